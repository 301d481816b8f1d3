import { codes } from './codes.ts'
import { explanations } from './explanations.ts'

/** All codes, under the families of what they are about. Ends without a newline. */
export function codesByFamily(): string {
  const families = new Map<string, string[]>()
  for (const code of codes) {
    const { family } = explanations[code]
    families.set(family, [...(families.get(family) ?? []), code])
  }
  return [...families].map(([family, own]) => `${family}\n  ${own.join('\n  ')}`).join('\n\n')
}
