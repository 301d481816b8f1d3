/**
 * An apostrophe before whatever a spreadsheet could compute, at the start of a text and wherever a reader with other
 * separators would start a cell: a new line, a tab, a semicolon. Apostrophes that stood there get one more, so
 * that taking one away gives the text back.
 */
export function guarded(text: string): string {
  return suspicious.test(text) ? text.replace(unguardedStart, "$1'") : text
}

/** The text that was guarded. One that never was loses an apostrophe wherever the guard could have put it. */
export function unguarded(text: string): string {
  return text.includes("'") && suspicious.test(text) ? text.replace(guardedStart, '$1') : text
}

const suspicious = /[=+\-@\uff0b\uff0d\uff1d\uff20\t\r]/

/** What a spreadsheet may skip before a formula: spaces and invisible characters, but nothing that starts a cell. */
const skipped = "(?:(?![\\t\\n\\v\\f\\r\\u0085\\u2028\\u2029])[\\s\\p{Z}\\p{C}'])*"

const unguardedStart = formulaStart('')
const guardedStart = formulaStart("'")

function formulaStart(guard: string): RegExp {
  return new RegExp(
    `(^|[\\t\\n\\v\\f\\r\\u0085\\u2028\\u2029;])${guard}(?=${skipped}[=+\\-@\\uff0b\\uff0d\\uff1d\\uff20])|^${guard}(?='*[\\t\\r])`,
    'gu',
  )
}
