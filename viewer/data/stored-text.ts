import { texts } from '../words/texts.ts'
/** The text at a place that `dossier build` has made: a link to a file, or a script that holds JSON, plain or packed. */
export async function storedText(place: HTMLElement): Promise<string> {
  if (place instanceof HTMLLinkElement) return fetchText(place.href)
  const text = place.textContent ?? ''
  return (place as HTMLScriptElement).type === 'application/gzip' ? unpack(text) : text
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url).catch(() => {
    throw new Error(texts.fileNotFetched)
  })
  if (!response.ok) throw new Error(texts.serverAnswered(response.status))
  return response.text()
}

function unpack(base64: string): Promise<string> {
  const packed = atob(base64)
  const bytes = new Uint8Array(packed.length)
  for (let at = 0; at < packed.length; at++) bytes[at] = packed.charCodeAt(at)
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(plain).text()
}
