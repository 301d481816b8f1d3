/** `Ada, Alan and Grace`. */
export function listed(names: readonly string[]): string {
  return joined(names, 'and')
}

/** `place or document`. */
export function either(names: readonly string[]): string {
  return joined(names, 'or')
}

function joined(names: readonly string[], word: string): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`
}
