/** A number in the digits of a data file, with whether it had to be rounded; nothing where it does not fit them. */
export function numberText(
  value: number,
): { readonly text: string; readonly isRounded: boolean } | undefined {
  const exact = String(value)
  if (isWritable(exact)) return { text: exact, isRounded: false }
  if (!Number.isFinite(value)) return undefined
  for (const rounded of [value.toPrecision(15), value.toFixed(15)]) {
    const text = String(Number(rounded))
    if (isWritable(text) && Number(text) !== 0) return { text, isRounded: true }
  }
  return undefined
}

/** Whether a text is a number as a data file has them: one that prints as it is written. */
export function isNumberText(text: string): boolean {
  return isWritable(text) && String(Number(text)) === text
}

function isWritable(text: string): boolean {
  return /^-?[0-9]{1,15}(\.[0-9]{1,15})?$/.test(text)
}
