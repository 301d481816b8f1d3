type Scalar = string | number | boolean

/** A value as text that `readScalar` reads back; a text that would be read as something else is in quotes. */
export function writeScalar(value: Scalar): string {
  const isOther = typeof value === 'string' && readScalar(value) !== value
  return isOther ? JSON.stringify(value) : String(value)
}

/** A number, a truth value or a text in quotes as JSON writes them; any other text is itself. */
export function readScalar(text: string): Scalar {
  if (!/^["\d-]|^(true|false)$/.test(text)) return text
  try {
    const value: unknown = JSON.parse(text)
    return isScalar(value) ? value : text
  } catch {
    return text
  }
}

function isScalar(value: unknown): value is Scalar {
  return ['string', 'number', 'boolean'].includes(typeof value)
}
