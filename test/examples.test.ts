import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dossier } from './cli/run-dossier.ts'
import { installPackage, typeCheck } from './install-package.ts'

const folder = mkdtempSync(join(tmpdir(), 'dossier-'))
const questions = readdirSync('examples').filter(
  (file) => file !== 'names.ts' && /\.[jt]s$/.test(file),
)

// As in the project of someone who has installed the package, and who has the shipped data.
beforeAll(() => {
  installPackage(folder)
  cpSync('examples', join(folder, 'examples'), { recursive: true })
  cpSync('graph-data', join(folder, 'graph-data'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
})

afterAll(() => rmSync(folder, { recursive: true }))

describe.each(['nodenext', 'bundler'])('under moduleResolution %s', (resolution) => {
  test('the examples have no mistake in their types, those in JavaScript included', () => {
    const files = questions.map((file) => `examples/${file}`)
    const flags = ['--allowJs', '--checkJs', '--noEmit', '--allowImportingTsExtensions']
    expect(typeCheck(folder, resolution, [...flags, ...files])).toBe('')
  })

  test('names that the base does not have are mistakes in JavaScript, too', () => {
    writeFileSync(join(folder, 'examples/wrong.js'), wrongScript)
    const flags = ['--noEmit', '--allowJs', '--checkJs', '--allowImportingTsExtensions']
    expect(typeCheck(folder, resolution, [...flags, 'examples/wrong.js'])).toBe('')
    rmSync(join(folder, 'examples/wrong.js'))
  })

  test('names that the base does not have are mistakes', () => {
    writeFileSync(join(folder, 'examples/wrong.ts'), wrong)
    const flags = ['--noEmit', '--allowImportingTsExtensions', 'examples/wrong.ts']
    expect(typeCheck(folder, resolution, flags)).toBe('')
    rmSync(join(folder, 'examples/wrong.ts'))
  })
})

test('the names in the examples are those of the shipped data', () => {
  expect(dossier(['types']).stdout).toBe(readFileSync('examples/names.ts', 'utf8'))
})

test('docs/scripting.md shows every example as it is, with what it prints', async () => {
  const told = typeCheck(folder, 'nodenext', [
    ...['--outDir', 'compiled', '--rootDir', '.', '--rewriteRelativeImportExtensions'],
    ...questions.filter((file) => file.endsWith('.ts')).map((file) => `examples/${file}`),
  ])
  expect(told).toBe('')
  const doc = readFileSync('docs/scripting.md', 'utf8')
  const shown: string[] = []
  const renewed = doc.replace(block, (_, marker: string, file: string) => {
    shown.push(file)
    const code = readFileSync(join('examples', file), 'utf8')
    return `${marker}\n\`\`\`${file.slice(-2)}\n${code}\`\`\`\n\n\`\`\`text\n${printed(file)}\`\`\``
  })
  expect(shown.toSorted()).toEqual(questions.toSorted())
  await expect(renewed).toMatchFileSnapshot('../docs/scripting.md')
})

const block = /^(<!-- examples\/(\S+) -->)\n```[jt]s\n[\s\S]*?^```\n\n```text\n[\s\S]*?^```/gm

function printed(file: string): string {
  const script = file.endsWith('.ts')
    ? `compiled/examples/${file.slice(0, -2)}js`
    : `examples/${file}`
  return execFileSync(process.execPath, [script], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
}

/** Each line under a comment would be a mistake; that the comment is needed, the compiler tells. */
const wrong = `import { openDossier } from 'dossier'
import type { Names } from './names.ts'

const dossier = await openDossier<Names>('graph-data', {
  only: { kind: ['affiliation'] },
})
// @ts-expect-error: there is no such entity.
dossier.paths('makdum-nusrat', 'al-qaeda')
// @ts-expect-error: there is no such relation.
dossier.neighbours('imu', { relation: ['leeds'] })
dossier.neighbours('imu', { relation: ['leads', 'led-by'], by: 'time', limit: 3 })
// @ts-expect-error: there is no such type.
dossier.between({ type: ['persn'] })
// @ts-expect-error: nothing of this name can be on a path.
dossier.paths('imu', 'al-qaeda', { via: ['raids'] })
dossier.paths('imu', 'al-qaeda', { via: ['raid', 'leads', 'isaf'], avoid: ['led-by'] })
// @ts-expect-error: a claim has no such relation; the inverse is no relation of its own.
for (const claim of dossier.neighbours('imu')) console.log(claim.relation === 'led-by')
// @ts-expect-error: no path leads there.
for (const path of dossier.paths('imu', 'isaf')) console.log(path.hops[0]?.to === 'nato')
dossier.paths('imu', 'isaf').obstacles?.reached.from satisfies number | undefined
// @ts-expect-error: no source has this id.
for (const path of dossier.paths('imu', 'isaf')) console.log(path.hops[0]?.citations[0]?.source === 'bbc')
// @ts-expect-error: no edge has this relation.
dossier.graph.filterEdges((_, { relation }) => relation === 'leeds')
// @ts-expect-error: nobody is called that.
dossier.timeline('imu').entity === 'imuu'
// @ts-expect-error: a question with a signal is answered later.
dossier.between({ signal: new AbortController().signal }).ranked
// @ts-expect-error: a word that is no id is to be looked up.
dossier.show('Makhdum Nusrat')
dossier.show(dossier.id('Makhdum Nusrat')).relations[0]?.relation satisfies Names['relation'] | undefined
const [found] = dossier.find('Nusrat')
if (found) dossier.common(found.id, 'imu').shared[0]?.fromFirst[0]?.[0]?.saidBy satisfies readonly Names['entity'][] | undefined
const group = dossier.groups({ around: 'imu' }).groups[0]
if (group) dossier.show(group.centre)

// Without names any text will do, and the graph is the one of the contract.
const any = await openDossier('graph-data')
any.show('Makhdum Nusrat')
any.neighbours('imu', { relation: ['leads'] }).next satisfies string | undefined
export const label: string = any.graph.getNodeAttribute('imu', 'label')
`

const wrongScript = `import { openDossier } from 'dossier'

/** @typedef {import('dossier').Dossier<import('./names.ts').Names>} Base */

/** @type {Base} */
const dossier = await openDossier('graph-data')
dossier.neighbours('imu', { relation: ['leads'] })
// @ts-expect-error: there is no such relation.
dossier.neighbours('imu', { relation: ['leeds'] })
`
