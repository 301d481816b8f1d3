/** The pieces of `in 2012 (month unknown)` or `about 17 March 2012 (uncertain)`. */
export interface DatePhrase {
  readonly preposition: string
  readonly noun: string
  /** `about` takes the place of the preposition. */
  readonly isAbout: boolean
  /** What a reader must know besides, in brackets. */
  readonly remarks: readonly string[]
}

/** `about 2012 (uncertain)`, `March 2012`: the form that follows `from` or `until`. */
export function nounOf({ noun, isAbout, remarks }: DatePhrase): string {
  const remark = remarks.length === 0 ? '' : ` (${remarks.join(', ')})`
  return `${isAbout ? 'about ' : ''}${noun}${remark}`
}

/** `in 2011, 2012 or 2013`, `in 2011 or on 17 March 2012`: a preposition is said when it changes. */
export function joinPhrases(phrases: readonly DatePhrase[], conjunction: 'and' | 'or'): string {
  const prepositions = phrases.map(({ preposition, isAbout }) => (isAbout ? '' : preposition))
  const texts = phrases.map((phrase, index) => {
    const preposition = prepositions[index]
    const isSaid = preposition === '' || preposition === prepositions[index - 1]
    return isSaid ? nounOf(phrase) : `${preposition} ${nounOf(phrase)}`
  })
  return listed(texts, conjunction)
}

/** `2`, `2 or 12`, `2, 12 or 22`. */
export function listed(items: readonly string[], conjunction: 'and' | 'or'): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${conjunction} ${last}`
}
