import fc from 'fast-check'
import { withMovedFiles } from '../../src/cli/hand-work.ts'
import { refactoredManifest } from '../../src/cli/refactored-manifest.ts'
import { parseDocument } from '../../src/documents/parse-document.ts'
import { mergeEntities } from '../../src/edits/merge-entities.ts'
import { renameEntity } from '../../src/edits/rename-entity.ts'
import { fileName } from '../../src/model/read-entity.ts'
import { filesOf } from '../edits/applied.ts'
import { applyTo, type DataFolder } from './data-folder.ts'

/** One thing that a person does to a data folder, with numbers that choose among what is there. */
export interface HandEdit {
  readonly kind: keyof typeof edits
  readonly at: number
  readonly other: number
}

type Edit = (folder: DataFolder, chosen: Chosen) => void

interface Chosen {
  /** Of a file, and of an entity's file if there is one. */
  readonly path: string
  readonly entity: string
  readonly other: string
  readonly source: string
  /** No file has it yet. */
  readonly id: string
  readonly number: number
}

/** Those that leave a base without errors as long as they are alone, but for references to what was deleted. */
const gentle = {
  delete: ({ files }, { path }) => void (path !== 'ontology.yaml' && files.delete(path)),
  move: ({ files }, { entity }) => move(files, entity, `mine/of all/${fileName(entity)}.yaml`),
  moveSource: ({ files }, { source }) =>
    move(files, source, `sources/mine/${fileName(source)}.yaml`),
  rename: (folder, { entity, id }) => refactor(folder, 'rename', fileName(entity), id),
  renameSource: (folder, { source, id }) => refactor(folder, 'rename', fileName(source), id),
  merge: (folder, { entity, other }) =>
    refactor(folder, 'merge', fileName(entity), fileName(other)),
} as const satisfies Record<string, Edit>

const rough = {
  comment: ({ files }, { path }) => edit(files, path, (text) => `# By hand.\n${text}`),
  commentOntology: ({ files }) => edit(files, 'ontology.yaml', (text) => `# By hand.\n${text}`),
  renameByHand: ({ files }, { entity, id }) => move(files, entity, pathBeside(entity, id)),
  moveAndEdit: ({ files }, { entity }) => {
    const to = `mine/${fileName(entity)}.yaml`
    move(files, entity, to)
    edit(files, to, (text) => `${text}# By hand.\n`)
  },
  copy: ({ files }, { entity, id }) => {
    const text = files.get(entity)
    if (text !== undefined) files.set(`mine/${id}.yaml`, `# By hand.\n${text}`)
  },
  pack: ({ files }, { entity, id }) => {
    const text = files.get(entity)
    if (text === undefined || text.startsWith('entities:')) return
    files.delete(entity)
    const body = text.replace(/^(?=.)/gm, '    ')
    files.set(`mine/${id}.yaml`, `entities:\n  ${fileName(entity)}:\n${body}`)
  },
  retype: ({ files }, { entity, other }) => {
    const type = /^type: .*$/m.exec(files.get(other) ?? '')?.[0]
    if (type) edit(files, entity, (text) => text.replace(/^type: .*$/m, type))
  },
  redate: ({ files }, { entity }) =>
    edit(files, entity, (text) => text.replace(/^when: .*$/m, 'when: 1850')),
  undate: ({ files }, { entity }) =>
    edit(files, entity, (text) => text.replace(/^when: .*\n/m, '')),
  removeRelations: ({ files }, { entity }) =>
    edit(files, entity, (text) => text.replace(/^relations:\n(?: .*\n|\n)*/m, '')),
  replacePlaces: ({ files }, { source }) =>
    edit(files, source, (text) => {
      return `${text.replace(/^(?:sections|paragraphs|pages):.*\n(?: .*\n)*/gm, '')}sections: [here]\n`
    }),
  decide: ({ files }, { entity, other }) => {
    const ids = [fileName(entity), fileName(other)].join(', ')
    const text = `different:\n  - entities: [${ids}]\n    reason: By hand.\n`
    if (entity !== other) files.set('identity.yaml', text)
  },
  addType: ({ files }) =>
    edit(files, 'ontology.yaml', (text) => {
      return text.replace(/^entities:\n/m, 'entities:\n  type-of-mine: {}\n')
    }),
  /** A type, a relation, an attribute or a rule. */
  removeFromOntology: ({ files }, { number }) =>
    edit(files, 'ontology.yaml', (text) => {
      const parts = text.split(/(?<=\n)(?= {2}(?: {2})?[a-z])/)
      return parts.filter((_, at) => at === 0 || at !== 1 + (number % parts.length)).join('')
    }),
} as const satisfies Record<string, Edit>

const edits: typeof gentle & typeof rough = { ...gentle, ...rough }

const numbers = { at: fc.nat(), other: fc.nat() }

export const gentleEdit: fc.Arbitrary<HandEdit> = editOf(Object.keys(gentle))
export const anyEdit: fc.Arbitrary<HandEdit> = editOf(Object.keys(edits))

function editOf(kinds: readonly string[]): fc.Arbitrary<HandEdit> {
  return fc.record({ kind: fc.constantFrom(...(kinds as (keyof typeof edits)[])), ...numbers })
}

/** Does it, where there is something to do it to. `id` is one that no file has yet. */
export function doByHand(folder: DataFolder, { kind, at, other }: HandEdit, id: string): void {
  const paths = [...folder.files.keys()]
  const isEntity = (path: string) => !/^(sources\/|ontology\.yaml|identity\.yaml)/.test(path)
  const from = (some: readonly string[], number: number) =>
    some[number % some.length] ?? 'none.yaml'
  const [entities, sources] = [
    paths.filter(isEntity),
    paths.filter((path) => path.startsWith('sources/')),
  ]
  const edit: Edit = edits[kind]
  edit(folder, {
    ...{ id, number: other, path: from(paths, at), source: from(sources, at) },
    ...{ entity: from(entities, at), other: from(entities, other) },
  })
}

function edit(files: DataFolder['files'], path: string, make: (text: string) => string): void {
  const text = files.get(path)
  if (text !== undefined) files.set(path, make(text))
}

function move(files: DataFolder['files'], from: string, to: string): void {
  const text = files.get(from)
  if (text === undefined || files.has(to)) return
  files.delete(from)
  files.set(to, text)
}

function pathBeside(path: string, id: string): string {
  return path.replace(/[^/]*$/, `${id}.yaml`)
}

function refactor(folder: DataFolder, kind: 'rename' | 'merge', from: string, to: string): void {
  const documents = filesOf(Object.fromEntries(folder.files)).map(parseDocument)
  const made =
    kind === 'rename'
      ? renameEntity(documents, from, to)
      : mergeEntities(documents, { from, into: to, reason: undefined })
  if ('refused' in made) return
  const moved = withMovedFiles(folder.manifest, { files: documents, diagnostics: [] })
  folder.manifest = refactoredManifest(moved, made.changes, { kind, from, to })
  applyTo(folder, made.changes)
}
