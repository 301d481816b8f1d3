/**
 * Whether a text is one absolute http or https address without a user name: all that Dossier ever links to. Spaces and
 * what ends a line are no part of an address, though browsers pass over them.
 */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/\S*$/i.test(text) || !URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && password === ''
}
