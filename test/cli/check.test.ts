import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { soon } from '../soon.ts'
import { baseWith, dossier, startDossier } from './run-dossier.ts'

const knut = (relation: string) =>
  `type: person\nname: Knut\ncite: ledger#p2\nrelations:\n  - ${relation}: hildebrand\n`

describe('a check of what the last one has seen', () => {
  /** A folder whose files are old enough for a receipt. */
  function settledBase(text: string): string {
    const folder = baseWith({ 'people/knut.yaml': text })
    // No program can set the time of a change itself, so that has to pass.
    spawnSync('sleep', ['2.2'])
    return folder
  }
  const receipt = (folder: string) => join(folder, 'graph-data/.dossier/check.json')

  test('says the same, from a receipt that is kept with the data and not in git', () => {
    const folder = settledBase(knut('partner-off'))
    const first = dossier(['check'], folder)
    expect(first.code).toBe(1)
    expect(existsSync(receipt(folder))).toBe(true)
    expect(readFileSync(join(folder, 'graph-data/.dossier/.gitignore'), 'utf8')).toBe('*\n')
    expect(dossier(['check'], folder)).toEqual(first)
    expect(dossier(['check', '--json'], folder).stdout).toBe(
      dossier(['check', '--json', '--no-cache'], folder).stdout,
    )
  })

  test('is told of every change, also of one that keeps the size and the time', () => {
    const folder = settledBase(knut('partner-off'))
    const file = join(folder, 'graph-data/people/knut.yaml')
    expect(dossier(['check'], folder).code).toBe(1)
    writeFileSync(file, knut('partner-of\u0020'))
    utimesSync(file, 1e9, 1e9)
    expect(dossier(['check'], folder).code).toBe(0)
  })

  test('does not believe a receipt that was changed, or one of another folder', () => {
    const folder = settledBase(knut('partner-off'))
    const { code } = dossier(['check'], folder)
    const kept = readFileSync(receipt(folder), 'utf8')
    writeFileSync(receipt(folder), kept.replace('"diagnostics":[', '"diagnostics":[],"x":['))
    expect(dossier(['check'], folder).code).toBe(code)
    for (const text of ['', 'x', '{}\n{}\n', kept.slice(0, 40)]) {
      writeFileSync(receipt(folder), text)
      expect(dossier(['check'], folder).code).toBe(code)
    }
  })

  test('keeps nothing under --no-cache, nor of files that may still change', () => {
    const folder = settledBase(knut('partner-of'))
    dossier(['check', '--no-cache'], folder)
    expect(existsSync(receipt(folder))).toBe(false)
    const fresh = baseWith()
    dossier(['check'], fresh)
    expect(existsSync(receipt(fresh))).toBe(false)
  })
})

describe('check --fix', () => {
  const slips = {
    'people/knut.yaml':
      'type: persn\nname: Knut\ncite: ledger#p2 # the only source\nrelations:\n  - partner-off: "hildebrandt"\n    when: 1300/1290\n  - { partner-of: hildebrand, when: 1310 }\n  - { partner-of: hildebrand, when: 1310, cite: ledger#p3 }\nallow: { unused-source: It is not there any more. }\n',
  }

  test('writes what can only be meant and leaves the rest of the file as it is', () => {
    const folder = baseWith(slips)
    const { stdout, stderr, code } = dossier(['check', '--fix'], folder)
    expect(readFileSync(join(folder, 'graph-data/people/knut.yaml'), 'utf8')).toBe(
      'type: person\nname: Knut\ncite: ledger#p2 # the only source\nrelations:\n  - partner-of: "hildebrand"\n    when: 1290/1300\n  - { partner-of: hildebrand, when: 1310, cite: [ledger#p2, ledger#p3] }\n',
    )
    expect(stderr).toBe('Mended 6 problems in 1 file. "git diff" shows what was written.\n')
    expect(stdout).toContain('no problems.')
    expect(code).toBe(0)
  })

  test('shows under --dry-run a patch that git applies, and writes nothing', () => {
    const folder = baseWith(slips)
    const file = join(folder, 'graph-data/people/knut.yaml')
    const { stdout, stderr } = dossier(['check', '--fix', '--dry-run'], folder)
    expect(readFileSync(file, 'utf8')).toBe(slips['people/knut.yaml'])
    expect(stderr).toBe('Nothing was written. It would mend 6 problems in 1 file.\n')
    const applied = spawnSync('git', ['apply', '-'], { cwd: folder, input: stdout })
    expect(String(applied.stderr)).toBe('')
    expect(dossier(['check'], folder).code).toBe(0)
  })

  test('guesses no other person: where two are near, or a digit differs, it leaves the choice', () => {
    const guess = 'type: person\nname: Knut\ncite: ledger#p2\nrelations:\n'
    const folder = baseWith({
      'people/knut.yaml': `${guess}  - partner-of: person-13\n`,
      'people/person-12.yaml': 'type: person\nname: Twelve\n',
    })
    const { stdout, stderr, code } = dossier(['check', '--fix'], folder)
    expect(stderr).toBe('Nothing here can be mended without a person who decides.\n')
    expect(stdout).toContain('Did you mean "person-12"?')
    expect(code).toBe(1)
  })
})

describe('check --fix takes back what it should not have written', () => {
  const person = (rest: string) => `type: person\nname: Knut\ncite: ledger#p2\n${rest}`
  test.each([
    ['a key that is there already', person('sumary: Wrong.\nsummary: Right.\n')],
    ['an attribute that is there', person('attributes: { statsu: dead, status: free }\n')],
    ['a target that does not fit', person('relations:\n  - member-of: hildebrandt\n')],
    [
      'claims that differ in a note',
      person(
        'relations:\n  - { partner-of: hildebrand }\n  - { partner-of: hildebrand, note: So. }\n',
      ),
    ],
  ])('%s', (_, text) => {
    const folder = baseWith({ 'people/knut.yaml': text })
    const { stderr } = dossier(['check', '--fix'], folder)
    expect(stderr).toBe('Nothing here can be mended without a person who decides.\n')
    expect(readFileSync(join(folder, 'graph-data/people/knut.yaml'), 'utf8')).toBe(text)
  })

  test('many of one kind in one file are all mended', () => {
    const wrong = person(
      'unnamed: yes\nrelations:\n  - partner-of: hildebrandt\n    said-by: hildebrandt\n',
    )
    const folder = baseWith({ 'people/knut.yaml': wrong })
    const { stderr } = dossier(['check', '--fix'], folder)
    expect(stderr).toContain('Mended 3 problems in 1 file.')
    expect(readFileSync(join(folder, 'graph-data/people/knut.yaml'), 'utf8')).toBe(
      wrong.replaceAll('hildebrandt', 'hildebrand').replace('yes', 'true'),
    )
  })
})

describe('check --watch', () => {
  test('checks again what is saved, until it is interrupted', async () => {
    const folder = baseWith({ 'people/knut.yaml': knut('partner-of') })
    const { child, told, ended } = startDossier(['check', '--watch'], folder)
    const wait = (text: string) => soon(() => expect(told.stdout).toContain(text))
    await wait('5 entities, 2 relations')
    await soon(() => expect(told.stderr).toContain('Ctrl+C ends it.'))
    writeFileSync(join(folder, 'graph-data/people/knut.yaml'), knut('partner-off'))
    await wait('Did you mean "partner-of"?')
    writeFileSync(join(folder, 'graph-data/people/knut.yaml'), knut('partner-of').slice(0, 30))
    await wait('5 entities, 1 relation,')
    child.kill('SIGINT')
    expect(await ended).toBe(130)
  })

  test.each([
    [['--watch', '--json'], '"--watch" is for people'],
    [['--watch', '--fix'], '"--watch" writes nothing'],
    [['--dry-run'], 'Add "--fix"'],
  ])('%j is wrong use', (options, reason) => {
    const { stderr, code } = dossier(['check', ...options], baseWith())
    expect(stderr).toContain(reason)
    expect(code).toBe(2)
  })
})
