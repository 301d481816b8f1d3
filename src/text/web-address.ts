/**
 * Whether a text is an absolute http or https address in one line and without a user name: all that Dossier ever links to.
 * What ends a line is no part of an address, though browsers pass over it.
 */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\t\n\r]*$/i.test(text) || !URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && password === ''
}
