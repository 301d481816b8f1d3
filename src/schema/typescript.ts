import type { Base } from '../model/base.ts'
import { compareText } from '../text/compare-text.ts'
import { isEntityId } from '../text/entity-id.ts'

export interface TypesOptions {
  /** `false` lets any text be an id: for bases so large that an editor would be slow with all of them. */
  readonly ids?: boolean
}

/** The names of a base as a TypeScript declaration: with it, scripts cannot misspell a relation, a type or an id. */
export function typescriptOf({ ontology, entities, sources }: Base, options: TypesOptions): string {
  const { entityTypes, relationTypes, inverses } = ontology
  const ids = [...entities.values()]
    .filter(({ id, type }) => isEntityId(id.value) && entityTypes.has(type.value))
    .map(({ id, name }) => ({ name: id.value, told: name.value }))
  const relations = [...relationTypes.values()]
  const kinds = new Set(relations.map(({ kind }) => kind))
  return `${[
    head(ontology.name),
    options.ids === false
      ? '/** Ids of entities: any text, because "--no-ids" was given. */\nexport type EntityId = string'
      : union('EntityId', 'Ids of entities.', ids),
    union('EntityType', 'Types of entities.', named(entityTypes.values())),
    union('Relation', 'Relations.', named(relations)),
    union('Inverse', 'Relations read from their other end.', inversesOf(inverses)),
    union('Kind', 'Kinds of relations.', [...kinds].map(plain)),
    union(
      'SourceId',
      'Ids of sources.',
      [...sources].map(([name, { title }]) => ({ name, told: title })),
    ),
    interfaceOfNames,
  ].join('\n\n')}\n`
}

interface Literal {
  readonly name: string
  /** What it stands for, for people. */
  readonly told: string
}

function head(name: string): string {
  return [
    `// The names of the knowledge base “${oneLine(name)}”, written by "dossier types".`,
    '// Do not change this file; write it again when ids, types or relations change.',
  ].join('\n')
}

const interfaceOfNames = `/** For \`openDossier<Names>(…)\`: a name that the base does not have is then a mistake. */
export interface Names {
  entity: EntityId
  type: EntityType
  relation: Relation
  inverse: Inverse
  kind: Kind
  source: SourceId
}`

function union(type: string, what: string, literals: readonly Literal[]): string {
  const lines = literals
    .toSorted((a, b) => compareText(a.name, b.name))
    .map(
      ({ name, told }) =>
        `  | ${quoted(name)}${told === '' || told === name ? '' : ` // ${oneLine(told)}`}`,
    )
  const members = lines.length === 0 ? ' never' : `\n${lines.join('\n')}`
  return `/** ${what} */\nexport type ${type} =${members}`
}

function named(types: Iterable<{ readonly id: string; readonly label: string }>): Literal[] {
  return Array.from(types, ({ id, label }) => ({ name: id, told: label }))
}

function inversesOf(inverses: ReadonlyMap<string, string>): Literal[] {
  return [...inverses].map(([name, relation]) => ({ name, told: `of ${relation}` }))
}

function plain(name: string): Literal {
  return { name, told: '' }
}

/** A text of the data ends no comment and opens none, and stays on its line wherever an editor sees one end. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

function quoted(name: string): string {
  const escaped = name.replace(/[\\'\p{Cc}\u2028\u2029]/gu, (letter) => {
    return `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`
  })
  return `'${escaped}'`
}
