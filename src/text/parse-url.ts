/**
 * The parts of an absolute address; undefined where a text is none. `URL.canParse` of Node 20, and by what others
 * report of Node 22, cannot tell: asked some thousand times, it says of `https://bücher.example` that it is none.
 */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}
