/** A view of the graph that a curator has kept under a name. */
export interface NamedView {
  readonly name: string
  /** What a reader should see in it. */
  readonly note?: string | undefined
  /** What the viewer's address has behind its `#`. */
  readonly address: string
}

/** The address that says this, in the writing of the viewer: commas, colons and slashes stay, so that a person can read it. */
export function viewAddress(parts: Iterable<readonly [key: string, value: string]>): string {
  return Array.from(parts, ([key, value]) => `${key}=${escapeValue(value)}`).join('&')
}

function escapeValue(value: string): string {
  return encodeURIComponent(value)
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll('%2F', '/')
}
