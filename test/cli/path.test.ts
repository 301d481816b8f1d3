import { expect, test } from 'vitest'
import { dossier } from './run-dossier.ts'

// Over the shipped data, as a newcomer asks.

test('a path expression that cannot be read is pointed into', () => {
  const answer = dossier(['path', 'makhdum-nusrat', 'al-qaeda', '--along', 'leads/alied-with*'])
  expect(answer).toEqual({
    stdout: '',
    stderr: `There is no relation "alied-with". Did you mean "allied-with"?
  leads/alied-with*
        ^^^^^^^^^^
`,
    code: 2,
  })
})

test('--project makes ties of events before it asks, out of what the filters keep', () => {
  const ask = (...more: string[]) =>
    dossier(['path', 'makhdum-nusrat', 'isaf', '--project', 'raid', '--max', '1', ...more]).stdout
  expect(ask()).toContain('Makhdum Nusrat to ISAF: 2 shortest paths of 1 hop')
  expect(ask()).toContain(
    'Makhdum Nusrat and ISAF both took part in Raid in Shirin Tagab, 17 March 2012.',
  )
  expect(ask('--no-inferred')).toContain('1 shortest path of 1 hop')
  expect(ask('--relation', 'leads')).toContain('are not connected by a path of at most 1 hop')
})

test('--project takes types of events alone', () => {
  const { stderr, code } = dossier(['between', '--project', 'person'])
  expect(stderr).toContain('There is no type of events "person". Choose from attack,')
  expect(code).toBe(2)
})

test('relations on the way can be asked for', () => {
  const { stdout } = dossier(['path', 'makhdum-nusrat', 'al-qaeda', '--along', 'leads/allied-with'])
  expect(stdout).toContain('Makhdum Nusrat to al Qaeda: 1 shortest path of 2 hops')
})

test('all ways from Ilhom to ISAF within four hops that do not pass a place', () => {
  const words = ['path', 'ilhom', 'isaf', '--all', '--max', '4', '--avoid', 'place', '--json']
  const { paths, truncated } = JSON.parse(dossier(words).stdout)
  expect(truncated).toBe(false)
  expect(paths.length).toBeGreaterThan(5)
  expect(Math.max(...paths.map(({ length }: { length: number }) => length))).toBe(4)
})

test('where there is none, it says what is in the way', async () => {
  const { stdout, code } = dossier(['path', 'kunduz', 'helmand', '--avoid', 'actor,event'])
  expect(code).toBe(0)
  await expect(stdout).toMatchFileSnapshot('golden/path-none.txt')
})

test.each(['markdown', 'mermaid', 'dot', 'csv'])('--format %s', async (format) => {
  const { stdout } = dossier(['path', 'makhdum-nusrat', 'al-qaeda', '--format', format])
  await expect(stdout).toMatchFileSnapshot(`golden/path.${format}`)
})

test('--format gexf holds the entities and claims of the paths, and no others', () => {
  const { stdout } = dossier(['path', 'makhdum-nusrat', 'al-qaeda', '--format', 'gexf'])
  const ids = [...stdout.matchAll(/<node id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids.sort()).toEqual(['al-qaeda', 'imu', 'makhdum-nusrat'])
  expect(stdout.match(/<edge id=/g)).toHaveLength(4)
})

test('the least doubtful paths come with their doubt', () => {
  const words = ['path', 'makhdum-nusrat', 'al-qaeda', '--weight', 'confidence', '--top', '2']
  const { stdout } = dossier(words)
  expect(stdout).toContain('Makhdum Nusrat to al Qaeda: 2 least doubtful paths')
  expect(stdout).toContain('Path 1 of 2, 2 hops, 3 decibels of doubt')
})

test.each([
  [
    ['--top', '3', '--all'],
    '"--all" asks for every path and "--top" for the best. Use one of them.',
  ],
  [['--top', '2000'], 'One answer has 1 to 1000 paths; "--top 2000" is outside of that.'],
])('%j is a wrong question', (words, message) => {
  const { stderr, code } = dossier(['path', 'makhdum-nusrat', 'al-qaeda', ...words])
  expect([stderr, code]).toEqual([`${message}\n`, 2])
})
