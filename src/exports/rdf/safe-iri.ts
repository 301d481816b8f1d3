import { parseUrl } from '../../text/parse-url.ts'

/**
 * Whether a text is an absolute IRI by the grammar of RFC 3987, so that strict readers take the file that holds it.
 * User names, private and invisible characters are refused, although some of them are allowed.
 */
export function isSafeIri(text: string): boolean {
  return iri.test(text) && (!/^https?:/.test(text) || parseUrl(text) !== undefined)
}

/** Letters and signs beyond ASCII, without controls, spaces, bidirectional marks, private use and noncharacters. */
const beyondAscii = String.raw`(?![\p{Z}\p{C}])[\u{a0}-\u{d7ff}\u{f900}-\u{fdcf}\u{fdf0}-\u{ffef}\u{10000}-\u{1fffd}\u{20000}-\u{2fffd}\u{30000}-\u{3fffd}]`
const unit = String.raw`[A-Za-z0-9\-._~!$&'()*+,;=:]|%[0-9A-Fa-f]{2}|${beyondAscii}`
const path = `(?:${unit}|[@/])*`
const rest = `(?:${unit}|[@/?])*`
const host = String.raw`(?:\[[0-9A-Fa-f:.]+\](?::[0-9]*)?|(?:${unit})+)`
const web = String.raw`https?:\/\/${host}(?:\/${path})?`
const other = String.raw`(?!https?:)[a-z][a-z0-9+.\-]*:(?!\/\/)${path}`
const iri = new RegExp(String.raw`^(?:${web}|${other})(?:\?${rest})?(?:#${rest})?$`, 'u')
