import type { Scalar } from './format-layout.ts'

/** A value on one line, in quotes only where it needs them. */
export function inlineValue(scalar: Scalar, inFlow: boolean): string {
  const { text, plain } = scalar
  // YAML 1.1 takes these for true and false; for Dossier they are words, with quotes and without.
  if (plain && /^(y|yes|n|no|on|off)$/i.test(text)) return quoted(text)
  return inlineText(scalar, inFlow)
}

export function inlineKey(key: Scalar): string {
  return inlineText(key, true)
}

function inlineText({ text, plain, raw }: Scalar, inFlow: boolean): string {
  if (plain && raw === text) return raw
  const needsQuotes = !plain && (looksLikeAnotherType(text) || /[[\]{}]/.test(text))
  if (!needsQuotes && canBePlain(text, inFlow)) return text
  const isReadable = raw.startsWith('"') && !raw.includes('\n')
  return isReadable && raw.includes('\\') ? raw : quoted(text)
}

function quoted(text: string): string {
  if (/^[^"\\\n\t]*$/.test(text)) return `"${text}"`
  if (/^[^'\n\t]*$/.test(text)) return `'${text}'`
  return JSON.stringify(text)
}

/** What some reader of YAML takes for a number, a date, a truth value or nothing when it has no quotes. */
function looksLikeAnotherType(text: string): boolean {
  return (
    /^[-+.]*[0-9]/.test(text) ||
    /^(~|null|true|false|y|yes|n|no|on|off|[-+]?\.(inf|nan)|=|<<|)$/i.test(text)
  )
}

function canBePlain(text: string, inFlow: boolean): boolean {
  if (text === '' || text !== text.trim() || /[\n\t\u00a0]/.test(text)) return false
  if (/^[-?:,[\]{}#&*!|>'"%@`=<~^\\.+]/.test(text) || /:( |$)| #/.test(text)) return false
  return !inFlow || !/[,[\]{}]/.test(text)
}
