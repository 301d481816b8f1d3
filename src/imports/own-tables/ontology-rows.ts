import { ftmRelations, ftmSchemata } from '../../model/ftm-words.ts'
import { stixEntities, stixRelationship } from '../../model/stix-words.ts'
import { given } from '../given.ts'
import type { ImportReport } from '../import-report.ts'
import type { ImportedRelation, ImportedType } from '../imported.ts'
import {
  itemsIn,
  type OwnRow,
  type OwnTables,
  tellUnfit,
  textIn,
  truthIn,
  wordIn,
} from './own-table.ts'

/** The types of the ontology; where their table is missing, what the nodes tell of them. */
export function readTypes(
  tables: OwnTables,
  report: ImportReport,
): ReadonlyMap<string, ImportedType> {
  const rows = tables.get('entity-types')
  if (rows === undefined) return typesOfNodes(tables.get('nodes') ?? [])
  const types = new Map<string, ImportedType>()
  for (const row of rows) {
    const id = textIn(row, 'id')
    if (id !== undefined && !types.has(id)) types.set(id, typeOf(row, report))
  }
  return types
}

/** Types with those above them, and the colour of their nodes. */
function typesOfNodes(rows: readonly OwnRow[]): ReadonlyMap<string, ImportedType> {
  const types = new Map<string, ImportedType>()
  for (const row of rows) {
    const chain = itemsIn(row, 'types')
    for (const [at, type] of chain.entries()) {
      const colour = at === 0 ? textIn(row, 'color') : undefined
      const told = { ...given('parent', chain[at + 1]), ...given('colour', colour) }
      types.set(type, { ...told, ...types.get(type) })
    }
  }
  return types
}

function typeOf(row: OwnRow, report: ImportReport): ImportedType {
  return {
    ...given('label', textIn(row, 'label')),
    ...given('parent', itemsIn(row, 'types')[1]),
    ...given('abstract', truthIn(row, 'abstract', report)),
    ...given('dated', truthIn(row, 'dated', report)),
    ...given('transit', truthIn(row, 'transit', report)),
    ...given('colour', wordIn(row, 'colour', report, isColour)),
    ...given('stix', wordIn(row, 'stix', report, isStixEntity)),
    ...given('ftm', wordIn(row, 'ftm', report, isSchema)),
  }
}

const isColour = (text: string) => /^#[0-9a-f]{6}$/i.test(text)
const isStixEntity = (text: string) => stixEntities.some((word) => word === text)
const isSchema = (text: string) => Object.hasOwn(ftmSchemata, text)

/** The relations of the ontology; of those that their table does not have, what the edges tell. */
export function readRelations(
  tables: OwnTables,
  types: ReadonlySet<string>,
  report: ImportReport,
): ReadonlyMap<string, ImportedRelation> {
  const relations = new Map<string, ImportedRelation>()
  for (const row of tables.get('relation-types') ?? []) {
    const id = textIn(row, 'id')
    if (id !== undefined && !relations.has(id)) relations.set(id, relationOf(row, types, report))
  }
  for (const row of tables.get('edges') ?? []) {
    const [id, kind] = [textIn(row, 'relation'), textIn(row, 'kind')]
    // A row without a kind was added by hand and tells nothing of its relation.
    if (id === undefined || kind === undefined || relations.has(id)) continue
    const label = given('label', textIn(row, 'label'))
    relations.set(id, { ...label, kind, ...given('symmetric', truthIn(row, 'symmetric', report)) })
  }
  return relations
}

function relationOf(
  row: OwnRow,
  types: ReadonlySet<string>,
  report: ImportReport,
): ImportedRelation {
  for (const end of ['from', 'to']) {
    const unknown = itemsIn(row, end).filter((type) => !types.has(type))
    for (const type of unknown) tellUnfit(row, end, type, report)
  }
  return {
    ...given('label', textIn(row, 'label')),
    ...given('inverse', textIn(row, 'inverse')),
    ...given('inverseLabel', textIn(row, 'inverse_label')),
    ...given('symmetric', truthIn(row, 'symmetric', report)),
    ...given('kind', textIn(row, 'kind')),
    ...{ from: itemsIn(row, 'from'), to: itemsIn(row, 'to') },
    ...given('says', textIn(row, 'says')),
    ...given('saysInverse', textIn(row, 'says_inverse')),
    ...given(
      'stix',
      wordIn(row, 'stix', report, (text) => stixRelationship.test(text)),
    ),
    ...given('ftm', wordIn(row, 'ftm', report, isFtmRelation)),
  }
}

function isFtmRelation(text: string): boolean {
  return ftmRelations.includes(text)
}
