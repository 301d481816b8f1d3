import fc from 'fast-check'
import { namedNode, quad, Store } from 'oxigraph'
import { describe, expect, test } from 'vitest'
import type { PathExpression } from '../../src/queries/along/path-expression.ts'
import { readPathExpression } from '../../src/queries/along/read-path-expression.ts'
import { WrongExpression } from '../../src/queries/along/wrong-expression.ts'
import { findPaths } from '../../src/queries/find-paths.ts'
import { pathIndex } from '../../src/queries/path-index.ts'
import { readPathQuestion } from '../../src/queries/read-path-question.ts'
import { groundFor } from '../../src/queries/routes/ground-for.ts'
import { monitorFor } from '../../src/queries/routes/monitor-for.ts'
import { findZone } from '../../src/queries/routes/zone.ts'
import { naivePaths } from './naive-paths.ts'
import { buildRandomGraph, type RandomEdge, type RandomGraph, randomGraph } from './random-graph.ts'

// The ontology of random graphs: "leads" with its inverse "led-by", "knows", which is symmetric, and "in".

/** An expression in our syntax, and the same in that of SPARQL 1.1, which has no counts and no inverse names. */
interface Pair {
  readonly ours: string
  readonly sparql: string
}

const atom: fc.Arbitrary<Pair> = fc.oneof(
  fc.constantFrom('leads', 'knows', 'in').map((name) => ({ ours: name, sparql: `<r:${name}>` })),
  fc.constant({ ours: 'led-by', sparql: '^<r:leads>' }),
  fc
    .subarray(['leads', 'knows', 'in', '^leads', '^knows', '^in', 'led-by'], { maxLength: 3 })
    .map((names) => ({
      ours: names.length === 1 ? `!${names[0]}` : `!(${names.join('|')})`,
      sparql: names.length === 0 ? '!(<r:none>)' : `!(${names.map(iri).join('|')})`,
    })),
)

function iri(name: string): string {
  if (name === 'led-by') return '^<r:leads>'
  return name.startsWith('^') ? `^<r:${name.slice(1)}>` : `<r:${name}>`
}

const expression: fc.Arbitrary<Pair> = fc.letrec<{ whole: Pair }>((tie) => ({
  whole: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    atom,
    fc.tuple(tie('whole'), fc.constantFrom('*', '+', '?')).map(([part, sign]) => ({
      ours: `(${part.ours})${sign}`,
      sparql: `(${part.sparql})${sign}`,
    })),
    fc.tuple(tie('whole'), tie('whole'), fc.constantFrom('/', '|', ' / ')).map(([a, b, sign]) => ({
      ours: `(${a.ours})${sign}(${b.ours})`,
      sparql: `(${a.sparql})${sign}(${b.sparql})`,
    })),
    tie('whole').map((part) => ({ ours: `^(${part.ours})`, sparql: `^(${part.sparql})` })),
    fc.tuple(tie('whole'), fc.nat(2), fc.nat(2)).map(([part, least, more]) => ({
      ours: `(${part.ours}){${more === 0 ? least : `${least},${least + more}`}}`,
      sparql: writtenOut(part.sparql, least, more),
    })),
    // Without brackets, so that what binds more is tried too.
    fc.tuple(atom, atom, atom).map(([a, b, c]) => ({
      ours: `^${a.ours}/${b.ours}*|${c.ours}`,
      sparql: `^(${a.sparql})/(${b.sparql})*|(${c.sparql})`,
    })),
  ),
})).whole

function writtenOut(part: string, least: number, more: number): string {
  const times = [
    ...Array.from({ length: least }, () => `(${part})`),
    ...Array.from({ length: more }, () => `(${part})?`),
  ]
  // Nothing at all is what is repeated no more than never.
  return times.length === 0 ? '(<r:none>)?' : times.join('/')
}

test('connects the same entities as a SPARQL engine', () => {
  let pairs = 0
  fc.assert(
    fc.property(randomGraph, expression, (random, { ours, sparql }) => {
      // No path of ours runs over a self loop.
      const edges = random.edges.filter(({ source, target }) => source !== target)
      const found = pairsOf({ ...random, edges }, ours)
      expect(found).toEqual(sparqlPairs({ ...random, edges }, sparql))
      pairs += found.length
    }),
    { seed: Number(process.env.FC_SEED ?? 20120317), numRuns: 400 },
  )
  expect(pairs).toBeGreaterThan(1000)
})

/** Every two different entities that some walk along the expression connects, whichever entities it passes. */
function pairsOf(random: RandomGraph, text: string): string[] {
  const graph = buildRandomGraph({ ...random, types: random.types.map(() => 'person') })
  const index = pathIndex(graph)
  const along = readPathExpression(graph, text)
  const isConnected = (from: string, to: string) => {
    const question = { from, to, along }
    const ground = groundFor(index, question, monitorFor(index, question))
    return findZone(ground, { max: 1000, nearest: true }, { steps: Infinity }) !== undefined
  }
  return graph
    .nodes()
    .flatMap((a) => graph.nodes().flatMap((b) => (a !== b && isConnected(a, b) ? `${a} ${b}` : [])))
}

function sparqlPairs({ edges }: RandomGraph, path: string): string[] {
  const store = new Store()
  const add = (from: string, relation: string, to: string) =>
    store.add(quad(namedNode(`e:${from}`), namedNode(`r:${relation}`), namedNode(`e:${to}`)))
  for (const { source, relation, target } of edges) {
    add(source, relation, target)
    if (relation === 'knows') add(target, relation, source)
  }
  const query = `SELECT DISTINCT ?a ?b { ?a ${path} ?b FILTER(?a != ?b) }`
  const rows = store.query(query) as Map<string, { value: string }>[]
  const id = (row: (typeof rows)[number], name: string) => row.get(name)?.value.slice(2)
  return rows.map((row) => `${id(row, 'a')} ${id(row, 'b')}`).sort()
}

test('lists what a search that tries every path finds, in the same order', () => {
  let found = 0
  fc.assert(
    fc.property(randomGraph, expression, fc.boolean(), (random, { ours }, all) => {
      const open = { ...random, types: random.types.map(() => 'person') }
      const graph = buildRandomGraph(open)
      const expected = naivePaths(open, { all, max: 6 }, (edges) =>
        spells(readPathExpression(graph, ours), stepsOf(edges)),
      )
      const options = { all, max: 6, along: ours }
      const { paths } = findPaths(graph, readPathQuestion(graph, 'n0', 'n1', options))
      expect(paths.map(({ hops }) => hops.map((hop) => hop.edge))).toEqual(expected)
      found += expected.length
    }),
    { seed: Number(process.env.FC_SEED ?? 20120317), numRuns: 400 },
  )
  expect(found).toBeGreaterThan(80)
})

interface NaiveStep {
  readonly relation: string
  readonly isForward: boolean
}

function stepsOf(edges: readonly RandomEdge[]): NaiveStep[] {
  let from = 'n0'
  return edges.map(({ relation, source, target }) => {
    const isForward = source === from
    from = isForward ? target : source
    return { relation, isForward }
  })
}

function spells(path: PathExpression, steps: readonly NaiveStep[]): boolean {
  return ends(path, steps, 0).has(steps.length)
}

/** After how many steps an expression that begins at one of them may have been read. */
function ends(path: PathExpression, steps: readonly NaiveStep[], at: number): Set<number> {
  const after = (froms: Iterable<number>, part: PathExpression) =>
    new Set([...froms].flatMap((from) => [...ends(part, steps, from)]))
  switch (path.kind) {
    case 'relation':
    case 'not':
      return new Set(steps[at] && isMeant(path, steps[at]) ? [at + 1] : [])
    case 'sequence':
      return path.parts.reduce(after, new Set([at]))
    case 'choice':
      return new Set(path.parts.flatMap((part) => [...ends(part, steps, at)]))
    case 'inverse':
      return ends(turned(path.part), steps, at)
    case 'repeat': {
      let reached = new Set([at])
      for (let time = 0; time < path.least; time++) reached = after(reached, path.part)
      const all = new Set(reached)
      for (let time = path.least; time < Math.min(path.most, path.least + 12); time++) {
        reached = after(reached, path.part)
        for (const end of reached) all.add(end)
      }
      return all
    }
    default:
      return path satisfies never
  }
}

function isMeant(path: PathExpression, { relation, isForward }: NaiveStep): boolean {
  const isWalked = (inverse: boolean) => relation === 'knows' || isForward !== inverse
  if (path.kind === 'relation') return path.relation === relation && isWalked(path.inverse)
  if (path.kind !== 'not') return false
  const isAhead = path.ahead !== undefined && isWalked(false) && !path.ahead.includes(relation)
  return isAhead || (path.back !== undefined && isWalked(true) && !path.back.includes(relation))
}

function turned(path: PathExpression): PathExpression {
  switch (path.kind) {
    case 'relation':
      return { ...path, inverse: !path.inverse }
    case 'not':
      return {
        kind: 'not',
        ...(path.back && { ahead: path.back }),
        ...(path.ahead && { back: path.ahead }),
      }
    case 'sequence':
      return { kind: 'sequence', parts: path.parts.map(turned).reverse() }
    case 'choice':
      return { kind: 'choice', parts: path.parts.map(turned) }
    case 'inverse':
      return path.part
    case 'repeat':
      return { ...path, part: turned(path.part) }
    default:
      return path satisfies never
  }
}

test('lists the paths that pass no entity twice, and no others', () => {
  const random: RandomGraph = {
    types: ['person', 'person', 'group', 'group'],
    edges: [
      edge('n0', 'leads', 'n2'),
      edge('n1', 'leads', 'n2'),
      edge('n1', 'leads', 'n3'),
      edge('n0', 'leads', 'n3'),
      edge('n0', 'knows', 'n1'),
    ],
  }
  expect(keys(random, 'leads/^leads')).toEqual([
    'n0-leads-n2 n1-leads-n2',
    'n0-leads-n3 n1-leads-n3',
  ])
  expect(keys(random, 'leads/led-by')).toEqual(keys(random, 'leads/^leads'))
  expect(keys(random, '(leads/^leads)|knows')).toEqual(['n0-knows-n1'])
  expect(keys(random, '!(leads|^leads)')).toEqual(['n0-knows-n1'])
  // Only a walk that comes back to n0 or n1 spells this.
  expect(keys(random, '(leads/^leads){2}')).toEqual([])
})

describe('an expression that cannot be read is pointed into', () => {
  const wrong: [string, string, string][] = [
    ['', 'The path expression is empty. Write relations, such as leads/allied-with*.', ''],
    ['leads/laeds', 'There is no relation "laeds". Did you mean "leads"?', '      ^^^^^'],
    ['!(knows|ledby)', 'There is no relation "ledby". Did you mean "led-by"?', '        ^^^^^'],
    [
      'person',
      '"person" is a type of entity, and a path expression is made of relations. Choose from leads, knows, in, led-by.',
      '^^^^^^',
    ],
    ['leads/', 'After "/" a relation is missing, or "(".', '      ^'],
    ['*leads', 'An expression begins with a relation, "^", "!" or "(".', '^'],
    ['(leads/knows', 'This "(" is never closed. Add a ")".', '^'],
    ['leads)', 'This ")" closes nothing. Take it out, or add a "(".', '     ^'],
    [
      'leads knows',
      'Between two relations stands "/" (then this one) or "|" (or this one).',
      '      ^^^^^',
    ],
    [
      'leads*+',
      'What is repeated already is put in brackets before it is repeated again.',
      '      ^',
    ],
    [
      'leads constructor',
      'Between two relations stands "/" (then this one) or "|" (or this one).',
      '      ^^^^^^^^^^^',
    ],
    ['leads{3,1}', 'At least 3 and at most 1 cannot be. Turn them around.', '     ^^^^^'],
    ['leads{x}', 'Counts are written {2}, {1,3}, {2,} or {,3}.', '     ^'],
    [
      `${'('.repeat(50_000)}leads`,
      'More than 50 brackets within each other are not read.',
      `${' '.repeat(50)}^`,
    ],
    ['leads{,99}', 'A path has at most 12 hops, so 99 is too many.', '       ^^'],
  ]
  const graph = buildRandomGraph({ types: ['person', 'person'], edges: [] })
  test.each(wrong)('%s', (text, message, carets) => {
    const error = caught(() => readPathExpression(graph, text))
    if (!(error instanceof WrongExpression)) throw error
    expect(error.message).toBe(message)
    expect(`${' '.repeat(error.start)}${'^'.repeat(error.end - error.start)}`).toBe(carets)
  })

  test('and one that is too large is refused', () => {
    const asked = () => findPaths(graph, question(graph, '(((knows{12}){12}){12}){12}'))
    expect(asked).toThrow('The path expression has too many parts')
  })
})

function edge(source: string, relation: string, target: string): RandomGraph['edges'][number] {
  const key = `${source}-${relation}-${target}`
  return {
    ...{ key, source, target, relation, kind: '' },
    ...{ confidence: undefined, inferred: false, when: undefined },
  }
}

function keys(random: RandomGraph, along: string): string[] {
  const graph = buildRandomGraph(random)
  const { paths } = findPaths(graph, question(graph, along))
  return paths.map(({ hops }) => hops.map(({ edge }) => edge).join(' '))
}

function question(graph: ReturnType<typeof buildRandomGraph>, along: string) {
  return readPathQuestion(graph, 'n0', 'n1', { along })
}

function caught(action: () => unknown): unknown {
  try {
    return action()
  } catch (error) {
    return error
  }
}
