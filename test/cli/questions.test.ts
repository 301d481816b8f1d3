import { describe, expect, test } from 'vitest'
import { baseWith, dossier, emptyFolder } from './run-dossier.ts'

describe('of the shipped data', () => {
  test.each([
    ['neighbours-by-time', ['neighbours', 'imu', '--by', 'time', '--limit', '4']],
    ['common', ['common', 'ilhom', 'Makhdum Nusrat']],
    ['between', ['between', '--type', 'person', '--top', '4']],
    ['groups', ['groups', '--type', 'actor', '--kind', 'affiliation,alliance']],
    ['timeline', ['timeline', 'makhdum-nusrat']],
  ])('%s', async (name, words) => {
    const { stdout, stderr, code } = dossier(words)
    expect([stderr, code]).toEqual(['', 0])
    await expect(stdout).toMatchFileSnapshot(`golden/${name}.txt`)
  })

  test.each([
    [
      ['neighbours', 'imu', '--limit', '1'],
      ['entity', 'total', 'entities', 'before', 'next', 'neighbours'],
    ],
    [
      ['common', 'ilhom', 'makhdum-nusrat'],
      ['first', 'second', 'ties', 'shared', 'total'],
    ],
    [['between'], ['ranked', 'total', 'entities']],
    [['groups'], ['by', 'groups', 'total', 'components', 'alone']],
    [
      ['timeline', 'isaf'],
      ['entity', 'dated', 'undated', 'total', 'totalUndated'],
    ],
  ])('%j --json is versioned, with citations as objects', (words, keys) => {
    const { stdout } = dossier([...words, '--json'])
    expect(Object.keys(JSON.parse(stdout))).toEqual(['version', ...keys])
    expect(stdout).toContain('"source": "lwj-nusrat"')
  })

  test('a page goes on where the one before it ended', () => {
    const page = (words: readonly string[]) =>
      JSON.parse(dossier(['neighbours', 'imu', '--limit', '20', '--json', ...words]).stdout)
    const first = page([])
    const second = page(['--after', first.next])
    expect([first.before, second.before, second.next]).toEqual([0, 20, undefined])
    expect(first.neighbours.length + second.neighbours.length).toBe(first.total)
  })
})

describe('wrong words', () => {
  test.each([
    [['neighbours', 'hildebrand', '--by', 'tme'], 'Allowed choices are relation, time.'],
    [['neighbours', 'hildebrand', '--after', 'page-2'], '"page-2" is no place in this answer.'],
    [['neighbours', 'hildebrand', '--limit', '0'], 'It takes a whole number from 1 on.'],
    [['common', 'hildebrand'], "missing required argument 'second'"],
    [['common', 'hildebrand', 'hildebrand'], 'Name two to see what they share.'],
    [['common', 'hildebrand', 'bergn'], 'Did you mean "bergen"'],
    [['between', '--type', 'persn'], 'There is no entity type "persn". Did you mean "person"?'],
    [['between', '--among', 'cty'], 'Did you mean "city"?'],
    [['between', '--through', 'cty'], 'Did you mean "city"?'],
    [['groups', '--hops', '2'], 'needs "--around ID"'],
    [['groups', '--by', 'colour'], 'Allowed choices are community, component.'],
    [['timeline', 'hildebrand', '--from', 'May 1401'], 'Did you mean "1401-05"?'],
    [['types', '-o', 'no/such/names.ts'], 'its folder does not exist'],
  ])('dossier %j', (words, message) => {
    const { stdout, stderr, code } = dossier(words, baseWith())
    expect(stderr).toContain(message)
    expect([stdout, code]).toEqual(['', 2])
  })
})

describe('types', () => {
  test('are written to a file, and said on stderr', () => {
    const { stdout, stderr, code } = dossier(['types', '-o', 'names.ts'], baseWith())
    expect([stdout, code]).toEqual(['', 0])
    expect(stderr).toMatch(/^Wrote \d+ relations?, \d+ types?, 4 ids to names\.ts\.\n$/)
  })

  test('can do without ids', () => {
    const { stdout } = dossier(['types', '--no-ids'], baseWith())
    expect(stdout).toContain('export type EntityId = string\n')
    expect(stdout).not.toContain('hildebrand')
  })

  test('of damaged data are those that could be read, and say so', () => {
    const broken = baseWith({ 'people/knut.yaml': 'type: person\nname: "Knut\n' })
    const { stdout, stderr, code } = dossier(['types'], broken)
    expect(stdout).toContain("'hildebrand'")
    expect(stderr).toContain(
      'The data has an error (in people/knut.yaml), so names may be missing.',
    )
    expect(code).toBe(1)
  })

  test('of nothing are still types', () => {
    const { stdout } = dossier(['types', '--data', '.'], emptyFolder())
    expect(stdout).toContain('export type EntityId = never\n')
  })
})

test('a server and a folder are not asked at once', () => {
  const words = ['stats', '--on', 'bolt://localhost:1', '--data', 'graph-data']
  const { stdout, stderr, code } = dossier(words)
  expect([stdout, code]).toEqual(['', 2])
  expect(stderr).toBe('"--on" asks a server and "--data" a folder. Give one of the two.\n')
})
