import type { Report } from '../diagnostics/diagnostic.ts'
import { unknownRelation } from '../diagnostics/problems/names.ts'
import {
  missingTarget,
  namelessRelation,
  severalRelations,
  unknownKey,
  wrongValue,
} from '../diagnostics/problems/shape.ts'
import { isEmpty, type YamlEntry, type YamlMap, type YamlNode } from '../documents/yaml-node.ts'
import { suggestion } from '../text/nearest.ts'
import type { RelationClaim } from './claim.ts'
import { relationClaim } from './extend-claim.ts'
import { Fields } from './fields.ts'
import { type ClaimContext, claimKeys, readClaim } from './read-claim.ts'
import { mapOf, textOf, textsOf } from './shape.ts'
import { unreadKeys } from './unread-keys.ts'
import type { Vocabulary } from './vocabulary.ts'

const besidesRelation: readonly string[] = ['as', ...claimKeys]
const isBesidesRelation = new Set(besidesRelation)

/** The relations of an entity, as they are written: in either direction. */
export function readRelations(
  node: YamlNode | undefined,
  context: ClaimContext,
  vocabulary: Vocabulary,
): readonly RelationClaim[] {
  if (node === undefined) return []
  if (node.kind !== 'list') {
    context.report(wrongValue(node.span, 'a list of relations, each after a "- "'))
    return []
  }
  return node.items.flatMap((item) => {
    const map = mapOf(item, 'a relation, such as "member-of: acme"', context.report)
    return map ? readRelation(map, context, vocabulary) : []
  })
}

/** One claim for each target that the relation names. */
function readRelation(
  map: YamlMap,
  context: ClaimContext,
  vocabulary: Vocabulary,
): RelationClaim[] {
  const { report } = context
  const named = relationEntry(map, vocabulary, report)
  if (named === undefined) return []
  // Whatever else stands there has been reported.
  const fields = new Fields(map.entries)
  const role = textOf(fields.get('as'), report, 'a role, such as commander')?.value
  const claim = readClaim(fields, named.key.span, context, { says: 'target' })
  if (isEmpty(named.value) || (named.value.kind === 'list' && named.value.items.length === 0)) {
    report(missingTarget(named.key))
    return []
  }
  const targets = textsOf(named.value, report, 'the id of an entity, or a list of ids')
  for (const target of targets) context.noted.entities.push(target)
  const unread = unreadKeys(claim, role, fields)
  return targets.map((target) => relationClaim(claim, named.key, target, role, unread))
}

/** The one entry of a relation that is not a key of its claim; everything else there is reported. */
function relationEntry(
  map: YamlMap,
  vocabulary: Vocabulary,
  report: Report,
): YamlEntry | undefined {
  const named = map.entries.filter(({ key }) => !isBesidesRelation.has(key.value))
  const relation = named.find((entry) => isRelation(entry, vocabulary))
  const chosen = relation ?? named[0]
  if (chosen === undefined) {
    report(namelessRelation(map.span))
    return undefined
  }
  for (const entry of named) if (entry !== chosen) reportBesides(entry, vocabulary, report)
  if (relation !== undefined) return relation
  // Where no ontology could be read, that is the problem, and not each relation.
  if (vocabulary.ontology.entityTypes.size === 0) return undefined
  report(unknownRelation(chosen.key, vocabulary.suggest.relation(chosen.key.value)))
  return undefined
}

function isRelation({ key }: YamlEntry, { ontology }: Vocabulary): boolean {
  return ontology.relationTypes.has(key.value) || ontology.inverses.has(key.value)
}

function reportBesides(entry: YamlEntry, vocabulary: Vocabulary, report: Report): void {
  const { key } = entry
  if (isRelation(entry, vocabulary)) report(severalRelations(key))
  else
    report(unknownKey(key, 'A relation', besidesRelation, suggestion(key.value, besidesRelation)))
}
