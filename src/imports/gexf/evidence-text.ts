import { parseEdtf } from '../../dates/parse-edtf.ts'
import { confidences } from '../../model/claim.ts'
import { isEntityId } from '../../text/entity-id.ts'
import { citationOf } from '../citation-of.ts'
import { given } from '../given.ts'
import type { ImportedCitation, ImportedEvidence } from '../imported.ts'

/** What the words of an export can be about. */
export interface KnownWords {
  readonly entities: ReadonlySet<string>
}

/**
 * Reads what the exports write in brackets behind a statement: `2012, lwj#p2, probable, said by isaf, inferred: …, note: …`.
 * What follows the first word that is none of these is the curator's own.
 */
export function readEvidenceText(text: string, known: KnownWords): ImportedEvidence {
  const words = text === '' ? [] : text.split(', ')
  let evidence: ImportedEvidence = { citations: [] }
  let last = 0
  for (const [at, word] of words.entries()) {
    const part = readWord(word, at, known)
    if (part === undefined || part.turn < last) {
      return { ...evidence, ...ownWords(words.slice(at).join(', ')) }
    }
    last = part.turn
    const citations = [...evidence.citations, ...(part.cited ? [part.cited] : [])]
    evidence = { ...evidence, ...part.told, citations }
  }
  return evidence
}

function ownWords(text: string): Partial<ImportedEvidence> {
  const [, inferred, note] = /^(?:inferred: (.*?))?(?:(?:^|, )note: (.*))?$/s.exec(text) ?? []
  if (inferred === undefined && note === undefined) return { note: text }
  return { ...given('inferred', inferred), ...given('note', note) }
}

interface Word {
  /** Evidence is written in one order: date, citations, confidence, speakers. */
  readonly turn: number
  readonly told?: Partial<ImportedEvidence>
  readonly cited?: ImportedCitation
}

function readWord(word: string, at: number, known: KnownWords): Word | undefined {
  if (at === 0 && parseEdtf(word).ok) return { turn: 1, told: { when: word } }
  const confidence = confidences.find((one) => one === word)
  if (confidence) return { turn: 3, told: { confidence } }
  if (!word.startsWith('said by '))
    return isCitation(word) ? { turn: 2, cited: citationOf(word) } : undefined
  const saidBy = word.slice('said by '.length).split(' and ')
  return saidBy.every((id) => known.entities.has(id)) ? { turn: 4, told: { saidBy } } : undefined
}

/** The id of a source, alone or with a place in it; before a note there is a word that says so. */
function isCitation(word: string): boolean {
  const [source = ''] = word.split('#', 1)
  return isEntityId(source)
}
