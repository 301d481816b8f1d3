import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { isDeepStrictEqual } from 'node:util'
import { onTestFinished, test } from 'vitest'
import type { MeasuredEngine } from '../../../bench/engines/measured.ts'
import { factsIn } from '../../../src/engines/open-base.ts'
import { push } from '../../../src/engines/push.ts'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { engineServers, type StartedServer } from '../engine-servers.ts'
import { type GeneratedQuestion, generatedQuestions } from '../generated-questions.ts'
import { generateBase, type WholeBase } from '../synthetic-base.ts'
import { loadPlainly } from './plain-load.ts'

// Measures every engine with the same base and the same questions, and writes what it took as JSON (`MeasuredEngine[]`).
// Usage: ENTITIES=100000 MEASURED=file.json npx vitest run -c test/peers/measured/vitest.config.ts engines
// FAMILIES=statistics,between asks no others; ENGINES=memory,Neo4j starts no others.

const entities = Number(process.env.ENTITIES)
const file = process.env.MEASURED ?? ''
const families = process.env.FAMILIES?.split(',')
const engines = process.env.ENGINES?.split(',')

interface Running {
  readonly started: StartedServer
  readonly measured: MeasuredEngine
}

test('every engine is measured', async () => {
  const folder = mkdtempSync(`${tmpdir()}/dossier-measured-`)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const base = await generateBase(folder, entities, 1)
  const questions = generatedQuestions(base.graph, 20120317, families)
  const running: Running[] = []
  onTestFinished(async () => {
    for (const { started } of running) await started.stop()
  })
  for (const { name, start } of engineServers) {
    if (engines?.includes(name) === false) continue
    const begun = performance.now()
    const started = await start()
    const measured = { name, start: performance.now() - begun, loads: [], answers: {} }
    running.push({ started, measured: { ...measured, wrong: {}, cut: {} } })
  }
  const keep = () => writeFileSync(file, JSON.stringify(running.map(({ measured }) => measured)))
  for (const each of running) await measurePushes(each, base)
  keep()
  await measureQuestions(running, questions, keep)
  changeOneInAHundred(base.graph)
  for (const each of running) {
    await measurePush(each, base, 'with 1 % changed')
    if (each.started.address !== undefined) await measurePlainLoad(each, base.graph)
    keep()
  }
})

const namespace = 'measured'

async function measurePushes(running: Running, base: WholeBase): Promise<void> {
  await measurePush(running, base, 'push')
  await measurePush(running, base, 'the same again')
}

async function measurePush(
  { started, measured }: Running,
  base: WholeBase,
  what: string,
): Promise<void> {
  const begun = performance.now()
  const { added, changed } = await push(started.server.engine(namespace), base)
  const written = [added, changed].flatMap((counts) => Object.values(counts))
  const milliseconds = performance.now() - begun
  measured.loads.push({ what, milliseconds, written: written.reduce((sum, each) => sum + each, 0) })
  say(`${measured.name}: ${what}, ${Math.round(milliseconds / 1000)} s`)
}

async function measurePlainLoad(
  { started, measured }: Running,
  graph: KnowledgeGraph,
): Promise<void> {
  const begun = performance.now()
  const written = await loadPlainly(started, graph)
  const milliseconds = performance.now() - begun
  measured.loads.push({ what: 'a plain load', milliseconds, written })
  say(`${measured.name}: a plain load, ${Math.round(milliseconds / 1000)} s`)
}

/** Each question of each engine in turn, so that what else the machine does hits all alike. */
async function measureQuestions(
  running: readonly Running[],
  questions: readonly GeneratedQuestion[],
  keep: () => void,
): Promise<void> {
  for (const [at, question] of questions.entries()) {
    for (const each of running) await measureQuestion(each, question)
    if (questions[at + 1]?.family === question.family) continue
    say(`asked: ${question.family}`)
    keep()
  }
}

async function measureQuestion(
  { started, measured }: Running,
  { family, expected, ask, isCut }: GeneratedQuestion,
): Promise<void> {
  const engine = started.server.engine(namespace)
  const facts = factsIn(await engine.state())
  const begun = performance.now()
  const answer = await ask(engine, facts)
  const milliseconds = performance.now() - begun
  measured.answers[family] = [...(measured.answers[family] ?? []), milliseconds]
  if (isDeepStrictEqual(answer, expected)) return
  addOne(measured.wrong, family)
  if (await isCut?.(engine, facts)) addOne(measured.cut, family)
}

function addOne(counts: Record<string, number>, family: string): void {
  counts[family] = (counts[family] ?? 0) + 1
}

function changeOneInAHundred(graph: KnowledgeGraph): void {
  for (const [at, id] of graph.nodes().entries()) {
    if (at % 100 === 0) graph.setNodeAttribute(id, 'label', `Another name ${at}`)
  }
  for (const [at, key] of graph.edges().entries()) {
    if (at % 100 === 0) graph.setEdgeAttribute(key, 'note', `Another note ${at}`)
  }
}

function say(what: string): void {
  process.stderr.write(`${what}\n`)
}
