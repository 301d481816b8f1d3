import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dossier } from '../cli/run-dossier.ts'
import { type Completion, type Editor, openEditor } from './language-server.ts'

// What a curator has who runs `dossier schema --vscode` and opens the folder in VS Code.

const folder = mkdtempSync(join(tmpdir(), 'dossier-'))
let editor: Editor

beforeAll(async () => {
  cpSync('graph-data', join(folder, 'graph-data'), { recursive: true })
  expect(dossier(['schema', '--vscode'], folder).code).toBe(0)
  const settings = JSON.parse(readFileSync(join(folder, '.vscode/settings.json'), 'utf8'))
  editor = await openEditor(folder, { ...settings, ...offline })
})

afterAll(async () => {
  await editor?.close()
  rmSync(folder, { recursive: true })
})

/** Nothing is fetched; what follows is how an editor sets the rest. */
const offline = {
  'yaml.schemaStore.enable': false,
  'yaml.kubernetesCRDStore.enable': false,
  'yaml.validate': true,
  'yaml.hover': true,
  'yaml.completion': true,
}

const person = 'graph-data/people/new.yaml'
const claim = 'type: person\nname: X\nrelations:\n  - leads: imu\n'

describe('completion', () => {
  const labels = async (path: string, text: string) =>
    (await editor.complete(path, text)).map(({ label }) => label)

  test('an empty file: its keys', async () => {
    expect(await labels(person, '|')).toEqual(
      expect.arrayContaining(['type', 'name', 'relations', 'entities']),
    )
  })

  test('types that can have entities', async () => {
    const types = await labels(person, 'type: |')
    expect(types).toEqual(expect.arrayContaining(['person', 'armed-group', 'raid']))
    expect(types).not.toContain('event')
  })

  test('the date is a key of what happens at a time', async () => {
    expect(await labels(person, 'type: raid\n|')).toContain('when')
    expect(await labels(person, 'type: person\n|')).not.toContain('when')
  })

  test('attributes of the type, those it inherits included, and their values', async () => {
    const attributes = await labels(person, 'type: raid\nname: X\nattributes:\n  |')
    expect(attributes.sort()).toEqual(['captured-count', 'duration', 'killed-count', 'seized'])
    const values = await labels(person, 'type: people\nname: X\nattributes:\n  status: |')
    expect(values).toEqual(['alive', 'dead', 'captured', 'unknown'])
  })

  test.each(['  - |', '  - le|', '  - leads: imu\n    cite: a\n  - |'])(
    'relations of the type, and nothing else, after %j',
    async (line) => {
      const names = await labels(person, `type: person\nname: X\nrelations:\n${line}`)
      expect(names).toEqual(expect.arrayContaining(['leads', 'member-of', 'killed-in', 'planned']))
      for (const none of ['led-by', 'killed', 'part-of', 'cite']) expect(names).not.toContain(none)
    },
  )

  test('the keys of a claim once the relation has its name', async () => {
    const keys = ['as', 'when', 'cite', 'said-by', 'confidence', 'inferred', 'note', 'rivals']
    expect(await labels(person, `${claim}    |`)).toEqual(keys)
    expect(await labels(person, `${claim}    c|`)).toEqual(keys)
  })

  test.each(['leads: |', 'leads: im|', 'leads: [im|]', 'leads: [taliban, |]', 'leads:\n      - |'])(
    'entities that the relation can lead to, in %j',
    async (line) => {
      const ids = await labels(person, `type: person\nname: X\nrelations:\n  - ${line}`)
      expect(ids).toEqual(expect.arrayContaining(['imu', 'taliban', 'isaf']))
      for (const none of ['makhdum-nusrat', 'takhar']) expect(ids).not.toContain(none)
    },
  )

  test('anyone may be quoted', async () => {
    expect(await labels(person, `${claim}    said-by: is|`)).toContain('isaf')
  })

  test.each(['cite: |', 'cite: lw|', 'cite: [lwj-nusrat#p2, lw|]', 'cite:\n      - |'])(
    'sources, up to the place in them, in %j',
    async (line) => {
      const offered = await editor.complete(person, `${claim}    ${line}`)
      const source = offered.find(({ label }) => label === 'lwj-nusrat')
      expect(source?.textEdit.newText.trim()).toBe('lwj-nusrat#p')
      expect(told(source)).toContain('The Long War Journal')
    },
  )

  test('texts are not offered truth values', async () => {
    expect(await labels(person, 'type: person\nname: |')).toEqual([])
    expect(await labels(person, 'type: person\nunnamed: |')).toEqual(['true', 'false'])
  })

  test('many entities in one file', async () => {
    const text = 'entities:\n  abc:\n    type: place\n    name: X\n    relations:\n      - |'
    const names = await labels('graph-data/places/more.yaml', text)
    expect(names).toContain('part-of')
    expect(names).not.toContain('leads')
  })

  test('sources, the ontology and identity.yaml have keys of their own', async () => {
    expect(await labels('graph-data/sources/new.yaml', '|')).toContain('publisher')
    expect(await labels('graph-data/sources/new.yaml', 'title: X\nreliability: |')).toHaveLength(6)
    const type = 'name: X\nentities:\n  cell:\n    is: |'
    expect(await labels('graph-data/ontology.yaml', type)).toContain('armed-group')
    const decision = 'same:\n  - entities: [im|]'
    expect(await labels('graph-data/identity.yaml', decision)).toContain('makhdum-nusrat')
  })

  function told(completion: Completion | undefined): string {
    const { documentation = '' } = completion ?? {}
    return typeof documentation === 'string' ? documentation : documentation.value
  }
})

describe('hovering', () => {
  test.each([
    ['le|ads: imu', 'led', 'Islamic Movement of Uzbekistan'],
    ['leads: i|mu', 'led', 'Islamic Movement of Uzbekistan'],
    ['leads: imu\n    cite: lwj|-nusrat#p4', 'The evidence', 'The Long War Journal'],
    ['leads: not-|yet', 'led', 'Not known yet'],
    ['leads: imu\n    conf|idence: possible', 'How sure the claim is', 'agrees in part'],
    ['leads: imu\n    wh|en: 2012', 'When the claim held', '2012~'],
  ])('%j', async (line, ...words) => {
    const text = `type: person\nname: X\nrelations:\n  - ${line}\n`
    const shown = await editor.hover(person, text)
    for (const word of words) expect(shown).toContain(word)
  })

  test('a type', async () => {
    expect(await editor.hover(person, 'ty|pe: raid\nname: X\n')).toContain('a kind of operation')
  })
})

describe('problems', () => {
  test('none in what is shipped', async () => {
    for (const path of ['people/makhdum-nusrat', 'places/places', 'ontology', 'identity']) {
      const file = `graph-data/${path}.yaml`
      expect(await editor.problems(file, readFileSync(file, 'utf8')), file).toEqual([])
    }
  })

  test('each mistake once, at its line, in words that help', async () => {
    const text = [
      'type: person',
      'nam: X',
      'when: 2012',
      'attributes: { status: alife, rang: general }',
      'relations:',
      '  - leads: Islamic Movement',
      '    when: circa 2010',
      '  - leeds: imu',
      '  - cite: lwj-nusrat#p2',
      '  - leads: imu',
      '    member-of: imu',
    ]
    expect(await editor.problems(person, text.join('\n'))).toMatchInlineSnapshot(`
      [
        "1: Missing property "name".",
        "2: Property nam is not allowed.",
        "3: The type "person" has no date of its own. Date its attributes and relations.",
        "4: Value is not accepted. Valid values: "alive", "dead", "captured", "unknown".",
        "4: This should be a map from attributes to values. Those of the type "person" are nationality, rank, status.",
        "6: This should be the id of an entity: lower-case letters, digits and single hyphens, as in the name of its file.",
        "7: This should be a date: 2012, 2012-03, 2012-03-17, 2009/2012, ../2012, 2012~ (about) or 2012? (uncertain). Put a date that begins with [ or { in quotes.",
        "8: This should be a relation of the type "person", such as "captured-in: …", and beside it only as, when, cite, said-by, confidence, inferred, note, rivals.",
        "9: This relation does not say which one it is. Add its name and its target, for example "captured-in: …".",
        "10: This should be one relation only; begin a new "- " for the other.",
      ]
    `)
  })
})
