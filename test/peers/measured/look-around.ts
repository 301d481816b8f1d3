import fc from 'fast-check'
import type { Page } from 'playwright-core'
import type { LookedStep, StepCpu } from '../../../bench/engines/looked-at.ts'
import { type ViewerJourney, viewerJourney } from '../viewer-journey.ts'
import type { GeneratedFiles, WrittenTie } from './generated-files.ts'
import { hub } from './write-hub.ts'

interface Looking {
  readonly page: Page
  readonly url: string
  readonly files: GeneratedFiles
  /** Filled step by step. */
  readonly steps: LookedStep[]
  readonly onOpened: () => Promise<void>
  /** What each process has taken until now. */
  readonly cpu: () => Promise<StepCpu>
}

/** How often each step is taken, about another entity each time. */
const times = 5

/** So many bear a word, at the most, of which a search ranks all. */
const mostRanked = 2000

/** Takes the steps of a reader, and compares what the page tells with the files. */
export async function lookAround(looking: Looking): Promise<void> {
  const { page, url, files, onOpened } = looking
  const reader = viewerJourney(page, url)
  const take = stepTaker(looking)
  await take('open', reader.open, () => [])
  await take('largest groups', reader.groups, () => [])
  await onOpened()
  const places = fc.integer({ min: 0, max: files.ids.length - 1 })
  const some = fc
    .sample(places, { seed: 20120317, numRuns: 2 * times })
    .map((at) => files.ids[at] as string)
  for (const [at, id] of some.slice(0, times).entries()) {
    await lookAtOne(reader, files, take, [id, some[times + at] as string])
  }
  // Paths may have brought it.
  await reader.open()
  await takeHub(reader, files, take)
  for (const word of commonWords(files)) await findCommon(reader, files, take, word)
}

type Take = ReturnType<typeof stepTaker>

function stepTaker({ steps, cpu }: Pick<Looking, 'steps' | 'cpu'>) {
  return async <Told>(
    what: string,
    act: () => Promise<Told>,
    wrongIn: (told: Told) => readonly (string | false)[],
  ): Promise<Told> => {
    let step = steps.find((each) => each.what === what)
    if (step === undefined) {
      step = { what, milliseconds: [], cpu: [], answers: [], wrong: [] }
      steps.push(step)
    }
    const before = await cpu()
    const begun = performance.now()
    const told = await act()
    step.milliseconds.push(performance.now() - begun)
    step.cpu.push(between(before, await cpu()))
    step.answers.push(JSON.stringify(told ?? null).slice(0, 300))
    step.wrong.push(...wrongIn(told).filter((each) => each !== false))
    process.stderr.write(
      `${what}: ${Math.round(step.milliseconds.at(-1) ?? 0)} ms ${JSON.stringify(step.cpu.at(-1))}\n`,
    )
    return told
  }
}

function between(before: StepCpu, after: StepCpu): StepCpu {
  return {
    serve: after.serve - before.serve,
    neo4j: after.neo4j - before.neo4j,
    page: after.page - before.page,
  }
}

async function lookAtOne(
  reader: ViewerJourney,
  files: GeneratedFiles,
  take: Take,
  [id, other]: readonly [string, string],
): Promise<void> {
  const name = files.nameOf(id)
  await take(
    'find a name',
    () => reader.find(name),
    ({ names }) => [names[0] !== name && `${name} is not first of ${names}`],
  )
  await take('go there', reader.take, (taken) => [
    files.nameOf(taken) !== name && `${taken} is not called ${name}`,
  ])
  const { relations } = await take(
    'expand',
    () => reader.expand(id),
    ({ neighbours, told }) => wrongAround(files, id, neighbours, told),
  )
  const [relation = ''] = relations
  await take(
    'evidence',
    () => reader.evidence(relation),
    ({ sources }) => wrongSources(files, relation, sources),
  )
  await take(
    'path',
    () => reader.path(id, other),
    (hops) => [
      ...hops.map(({ edge }) => !isWritten(files, edge) && `${edge} is in no file`),
      !isChain(hops, id, other) && 'the hops are no chain',
      hops.length !== files.distance(id, other) && `${hops.length} hops are not the shortest`,
    ],
  )
}

function wrongAround(
  files: GeneratedFiles,
  id: string,
  neighbours: readonly string[],
  told: string,
): (string | false)[] {
  const ties = files.tiesOf(id)
  const ends = new Set(ties.flatMap(({ source, target }) => [source, target]))
  const expected = bestConnected(files, id).join()
  return [
    ...neighbours.map((each) => !ends.has(each) && `${each} is no neighbour of ${id}`),
    [...neighbours].sort().join() !== expected && `others are near ${id}: ${neighbours}`,
    // All of them, or so many of all.
    /^\d/.test(told) && !told.includes(` of its ${ties.length.toLocaleString('en')} `) && told,
  ]
}

/** So many come at a time, out of so many relations that come first by key. */
const mostAtOnce = 60
const mostLookedAt = 20_000

function bestConnected(files: GeneratedFiles, id: string): string[] {
  const first = files.tiesOf(id).map(keyOf).sort().slice(0, mostLookedAt)
  const ends = new Set(first.map(tieIn).flatMap(({ source, target }) => [source, target]))
  ends.delete(id)
  const standing = [...ends].map((end) => ({ end, degree: files.tiesOf(end).length }))
  standing.sort((a, b) => b.degree - a.degree || (a.end < b.end ? -1 : 1))
  return standing
    .slice(0, mostAtOnce)
    .map(({ end }) => end)
    .sort()
}

function keyOf({ source, relation, target }: WrittenTie): string {
  return `${source}--${relation}--${target}`
}

function tieIn(key: string): WrittenTie {
  const [source = '', relation = '', target = ''] = key.split('--')
  return { source, relation, target }
}

/** A relation that holds both ways is written at either end. */
function tieOf(files: GeneratedFiles, key: string): WrittenTie | undefined {
  const { source, relation, target } = tieIn(key)
  const ends = [source, target].sort().join()
  return files
    .tiesOf(source)
    .find((tie) => tie.relation === relation && [tie.source, tie.target].sort().join() === ends)
}

function isWritten(files: GeneratedFiles, key: string): boolean {
  return tieOf(files, key) !== undefined
}

function isChain(
  hops: readonly { readonly from: string; readonly to: string }[],
  from: string,
  to: string,
): boolean {
  const stations = [from, ...hops.map((hop) => hop.to)]
  return stations.at(-1) === to && hops.every((hop, at) => hop.from === stations[at])
}

function wrongSources(
  files: GeneratedFiles,
  key: string,
  sources: readonly { readonly title: string; readonly where: string }[],
): (string | false)[] {
  const tie = tieOf(files, key)
  if (tie === undefined) return [`${key} is in no file`]
  const told = sources.map(({ title, where }) => `${title} p${/\d+/.exec(where)?.[0]}`)
  const cited = files.cited(tie)
  return [told.sort().join() !== [...cited].sort().join() && `${key} cites ${cited}, not ${told}`]
}

async function takeHub(reader: ViewerJourney, files: GeneratedFiles, take: Take): Promise<void> {
  await take(
    'find a hub',
    () => reader.find(files.nameOf(hub)),
    ({ names }) => [names[0] !== files.nameOf(hub) && `${names} are not the hub`],
  )
  await take('go to the hub', reader.take, (id) => [id !== hub && `${id} is not the hub`])
  await take(
    'expand the hub',
    () => reader.expand(hub),
    ({ neighbours, told }) => wrongAround(files, hub, neighbours, told),
  )
  const [far = ''] = files.ids.filter((id) => id.startsWith('raid-'))
  await take(
    'a path from the hub',
    () => reader.path(hub, far),
    (hops) => [
      !isChain(hops, hub, far) && 'the hops are no chain',
      hops.length !== files.distance(hub, far) && `${hops.length} hops are not the shortest`,
    ],
  )
}

/** The word that most bear in their names, and its beginning. */
function commonWords(files: GeneratedFiles): string[] {
  const counts = new Map<string, number>()
  for (const id of files.ids) {
    for (const word of files.nameOf(id).split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const [[word] = ['']] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return [word, word.slice(0, 3)]
}

async function findCommon(
  reader: ViewerJourney,
  files: GeneratedFiles,
  take: Take,
  word: string,
): Promise<void> {
  const begins = (name: string) => name.split(' ').some((each) => each.startsWith(word))
  const bearers = files.ids.filter((id) => [files.nameOf(id), ...files.aliasesOf(id)].some(begins))
  const names = new Set(bearers.map(files.nameOf))
  await take(
    `find "${word}", borne by many`,
    () => reader.find(word),
    (found) => [
      ...found.names.map((name) => !names.has(name) && `${name} does not bear ${word}`),
      bearers.length > mostRanked &&
        found.remark === '' &&
        `it does not tell that it is cut: ${bearers.length} bear it`,
    ],
  )
}
