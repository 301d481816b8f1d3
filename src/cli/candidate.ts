/** What a shell may complete a word to. */
export interface Candidate {
  readonly word: string
  /** Empty where the word says it all. */
  readonly meaning: string
}

export function plain(word: string): Candidate {
  return { word, meaning: '' }
}

/** Of tables such as those of the formats. */
export function described(
  table: Readonly<Record<string, { readonly description: string }>>,
): Candidate[] {
  return Object.entries(table).map(([word, { description }]) => ({ word, meaning: description }))
}
