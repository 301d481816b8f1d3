import { hidden } from '../text/hidden-characters.ts'

/** Text as it may stand in an element of HTML or between double quotes; what is hidden becomes U+FFFD. */
export function escapeHtml(text: string): string {
  return text
    .replace(hidden, '\ufffd')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
