import { foldSound, foldSoundApart } from '../text/fold.ts'

/** The words of a text as they sound, an article joined to its name: `al-Qaida` is one. */
export function joined(text: string): string[] {
  return words(foldSound(text))
}

/** The same with every word by itself. */
export function apart(text: string): string[] {
  return words(foldSoundApart(text))
}

/** `Sar-i-Pul` as `saripul`, `U.S.` as `us`: letters that meet where words are joined are folded as within one. */
export function runTogether(parts: readonly string[]): string {
  return foldSound(parts.join(''))
}

/** What a name may be taken for: any two words of it that follow each other, or all, as one; and its consonants. */
export function looseWords(name: string): string[] {
  const one = joined(name)
  const pairs = one.slice(1).map((word, index) => runTogether([one[index] ?? '', word]))
  return [
    ...new Set([
      ...pairs,
      ...(one.length > 2 ? [runTogether(one)] : []),
      ...one.flatMap(skeletonOf),
    ]),
  ]
}

/**
 * The consonants of a word, for short vowels are what transliterations differ in most: `Taloqan` and `Taleqan`, `Baig`
 * and `Beg`. A mark stands before them, so that they are never taken for a word. Words with fewer than two have none.
 */
export function skeletonOf(word: string): string[] {
  const consonants = word.replace(/[aeiouy]/g, '')
  return consonants.length > 1 && consonants.length < word.length ? [`~${consonants}`] : []
}

function words(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
}
