import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { makeBase } from '../bases/base.ts'
import { type Contents, type Item, readContents } from '../bases/contents.ts'
import { made } from '../once.ts'
import type { FtmEntity } from '../peers/as-ftm.ts'
import { linkmlData } from '../peers/as-linkml.ts'
import { writeFtm, writeLinkmlSchema } from '../peers/inputs.ts'
import { peer } from '../peers/tools.ts'
import { table } from '../report/markdown.ts'
import { say } from '../say.ts'

/** A mistake that people make, made in a small base that has none. */
interface Mistake {
  readonly what: string
  readonly plant: (contents: Contents) => Contents
}

const person = 'person-1'
const place = 'place-0'

const mistakes: readonly Mistake[] = [
  {
    what: 'a key that does not exist',
    plant: entity(person, (fields) => ({ ...fields, sumary: 'Known.' })),
  },
  {
    what: 'a value that is not in the list',
    plant: entity(person, (fields) => ({
      ...fields,
      attributes: { status: { value: 'alve', cite: 'report-1#p1' } },
    })),
  },
  {
    what: 'a day that is in no calendar',
    plant: relation((claim) => ({ ...claim, when: '2011-02-30' })),
  },
  {
    what: 'a period that ends before it begins',
    plant: relation((claim) => ({ ...claim, when: '2012/2009' })),
  },
  {
    what: 'a relation to an entity that does not exist',
    plant: relation((claim) => ({ ...claim, 'member-of': 'group-99999' })),
  },
  {
    what: 'a relation to an entity of the wrong type',
    plant: relation((claim) => ({ ...claim, 'member-of': place })),
  },
  {
    what: 'a source that does not exist',
    plant: relation((claim) => ({ ...claim, cite: 'report-99999#p1' })),
  },
  {
    what: 'a paragraph that the source does not have',
    plant: relation((claim) => ({ ...claim, cite: 'report-1#p4000' })),
  },
  {
    what: 'a claim without a citation',
    plant: relation(({ cite: _, ...claim }) => claim),
  },
  {
    what: 'two entities with one id',
    plant: (contents) => {
      const twin = { id: place, data: { type: 'group', name: 'Another of that id' } }
      return { ...contents, entities: [...contents.entities, twin] }
    },
  },
  {
    what: 'two places that are part of each other',
    plant: entity(place, (fields) => ({
      ...fields,
      relations: [{ 'part-of': 'place-1', cite: 'report-1#p1' }],
    })),
  },
]

/** A table of who finds which of them, found out by asking. */
export function whoFindsWhat(withPeers: boolean): string {
  say('Planting mistakes, to see which tool finds which …')
  const base = makeBase(100)
  const sound = readContents(base.twin)
  const ontology = join(base.folder, 'graph-data', 'ontology.yaml')
  const tools = withPeers ? [dossier(ontology), linkml, ftm] : [dossier(ontology)]
  const rows = mistakes.map(({ what, plant }) => [
    what,
    ...tools.map(({ find }) => find(plant(sound), sound) || 'no'),
  ])
  return [
    'Which mistake is found, planted one at a time in a base of 100 entities:',
    table(['', ...tools.map(({ name }) => name)], rows),
  ].join('\n\n')
}

interface Tool {
  readonly name: string
  /** What it says of the damaged contents and not of the sound ones; empty where it sees no difference. */
  readonly find: (damaged: Contents, sound: Contents) => string
}

function dossier(ontology: string): Tool {
  const codesOf = (contents: Contents): string[] => {
    const folder = emptied('dossier')
    copyFileSync(ontology, join(folder, 'ontology.yaml'))
    for (const source of contents.sources) writeYaml(join(folder, 'sources'), source)
    for (const item of contents.entities) writeYaml(join(folder, String(item.data.type)), item)
    const said = ask([process.execPath, 'dist/bin/dossier.js', 'check', '--json', '--data', folder])
    const { diagnostics } = JSON.parse(said.stdout)
    return diagnostics.map(({ code }: { code: string }) => code)
  }
  const find = (damaged: Contents, sound: Contents) => {
    const expected = codesOf(sound)
    const codes = codesOf(damaged)
    const count = (list: readonly string[], code: string) =>
      list.filter((each) => each === code).length
    const more = codes.filter((code) => count(codes, code) > count(expected, code))
    return [...new Set(more)].map((code) => `\`${code}\``).join(', ')
  }
  return { name: 'dossier check', find }
}

const linkml: Tool = {
  name: 'linkml-validate',
  find: (damaged) => {
    const folder = emptied('linkml')
    const [schema, data] = [join(folder, 'schema.yaml'), join(folder, 'data.json')]
    writeLinkmlSchema(damaged, schema)
    writeFileSync(data, JSON.stringify(linkmlData(damaged)))
    const command = ['--schema', schema, '--target-class', 'Base', data]
    return ask([peer('linkml-validate'), ...command]).status === 0 ? '' : 'yes'
  },
}

const ftm: Tool = {
  name: 'ftm validate',
  find: (damaged) => {
    const data = join(emptied('ftm'), 'data.ndjson')
    writeFtm(damaged, data)
    const { status, stdout } = ask([peer('ftm'), 'validate', '-i', data])
    if (status !== 0) return 'yes'
    return valuesIn(stdout) < valuesIn(readFileSync(data, 'utf8')) ? 'drops it in silence' : ''
  },
}

/** How many values the entities of FollowTheMoney have, an entity a line. */
function valuesIn(lines: string): number {
  const entities: FtmEntity[] = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  return entities.flatMap(({ properties }) => Object.values(properties).flat()).length
}

function ask([program = '', ...words]: readonly string[]) {
  return spawnSync(program, words, { encoding: 'utf8', maxBuffer: 2 ** 28 })
}

function emptied(name: string): string {
  const folder = join(made, 'mistakes', name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return folder
}

function writeYaml(folder: string, { id, data }: Item): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${id}.yaml`), stringify(data, { schema: 'failsafe' }))
}

type Plant = Mistake['plant']
type Fields = Item['data']

function entity(id: string, change: (fields: Fields) => Fields): Plant {
  return (contents) => ({
    ...contents,
    entities: contents.entities.map((item) =>
      item.id === id ? { id, data: change(item.data) } : item,
    ),
  })
}

/** Changes the first relation of the person. */
function relation(change: (claim: Fields) => Fields): Plant {
  return entity(person, (fields) => {
    const [first, ...others] = fields.relations as readonly Fields[]
    return { ...fields, relations: [change(first ?? {}), ...others] }
  })
}
