import { confidences } from '../../model/claim.ts'
import { verdicts } from '../../model/entity.ts'
import { ftmRelations, ftmSchemata } from '../../model/ftm-words.ts'
import { reliabilities, sourceTexts } from '../../model/source.ts'
import { stixEntities, stixRelationship } from '../../model/stix-words.ts'
import type { ImportReport } from '../import-report.ts'
import { isObject, textIn } from './json-values.ts'

/** What belongs at a place of our own export. */
type Shape =
  | 'text'
  | 'number'
  | 'truth'
  | 'scalar'
  | ((value: unknown) => boolean)
  | { readonly list: Shape }
  | { readonly map: Shape }
  | { readonly keys: Readonly<Record<string, Shape>> }

/** Tells of each value that does not belong where it stands, and of each key that nothing is read from, with its path. */
export function tellStrange(document: unknown, report: ImportReport): void {
  walk(document, graph, '', (path) => report.note('unfit-values', path))
}

function walk(value: unknown, shape: Shape, path: string, tell: (path: string) => void): void {
  const parts = partsOf(value, shape, path)
  if (parts === undefined) tell(path)
  for (const { part, own, below } of parts ?? []) {
    if (own === undefined) tell(below)
    else walk(part, own, below, tell)
  }
}

interface ShapedPart {
  readonly part: unknown
  /** Nothing where no such part belongs there. */
  readonly own: Shape | undefined
  readonly below: string
}

/** What a value is made of; nothing where it does not belong there itself. */
function partsOf(value: unknown, shape: Shape, path: string): ShapedPart[] | undefined {
  if (typeof shape === 'string' || typeof shape === 'function') {
    return isOfKind(value, shape) ? [] : undefined
  }
  if ('list' in shape) {
    if (!Array.isArray(value)) return undefined
    return value.map((part, at) => ({ part, own: shape.list, below: step(path, part, at) }))
  }
  if (!isObject(value)) return undefined
  const shapeOf = (key: string) => {
    if ('map' in shape) return shape.map
    return Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined
  }
  return Object.entries(value).map(([key, part]) => {
    return { part, own: shapeOf(key), below: path === '' ? key : `${path}.${key}` }
  })
}

/** Nodes and edges are known by their keys, all else by where it stands. */
function step(path: string, item: unknown, at: number): string {
  return `${path}[${textIn(item, 'key') ?? at}]`
}

function isOfKind(value: unknown, kind: Extract<Shape, string> | ((value: unknown) => boolean)) {
  if (typeof kind === 'function') return kind(value)
  if (kind === 'text') return typeof value === 'string'
  if (kind === 'number') return typeof value === 'number'
  if (kind === 'truth') return typeof value === 'boolean'
  return ['string', 'number', 'boolean'].includes(typeof value)
}

const anything = () => true
const oneOf = (words: readonly string[]) => (value: unknown) => words.some((word) => word === value)
const texts: Shape = { list: 'text' }
const place: Record<string, Shape> = { file: 'text', line: 'number' }

const citations: Shape = { list: { keys: { source: 'text', at: 'text', quote: 'text' } } }

const evidence: Record<string, Shape> = {
  ...{ when: 'text', start: 'text', end: 'text', confidence: oneOf(confidences), citations },
  ...{ saidBy: texts, inferred: 'text', note: 'text' },
}

const rival: Shape = { keys: { ...evidence, value: 'scalar', target: 'text', denied: 'truth' } }
const claim: Record<string, Shape> = { ...evidence, ...place, rivals: { list: rival } }

const node: Shape = {
  keys: {
    ...{ label: 'text', type: 'text', types: texts, aliases: texts, summary: 'text' },
    ...{ unnamed: 'truth', count: 'number', when: 'text', start: 'text', end: 'text' },
    attributes: { map: { list: { keys: { ...claim, value: 'scalar' } } } },
    ...{ ...place, x: 'number', y: 'number', size: 'number', color: 'text' },
  },
}

const edge: Shape = {
  keys: {
    ...{ ...claim, relation: 'text', kind: 'text', label: 'text', symmetric: 'truth' },
    ...{ role: 'text', event: { keys: { id: 'text', label: 'text' } } },
  },
}

const entityType: Shape = {
  keys: {
    ...{ label: 'text', types: texts, abstract: 'truth', dated: 'truth', transit: 'truth' },
    colour: (value) => /^#[0-9a-f]{6}$/i.test(String(value)),
    ...{ stix: oneOf(stixEntities), ftm: oneOf(Object.keys(ftmSchemata)) },
  },
}

const relationType: Shape = {
  keys: {
    ...{ label: 'text', inverseLabel: 'text', inverse: 'text', symmetric: 'truth', kind: 'text' },
    ...{ from: texts, to: texts, says: 'text', saysInverse: 'text' },
    stix: (value) => stixRelationship.test(String(value)),
    ftm: oneOf(ftmRelations),
  },
}

const source: Shape = {
  keys: {
    ...Object.fromEntries(sourceTexts.map((key) => [key, 'text' as const])),
    ...{ title: 'text', reliability: oneOf(reliabilities) },
    ...{ paragraphs: 'number', pages: 'number', ...place },
  },
}

const decision: Shape = {
  keys: { verdict: oneOf(verdicts), entities: texts, reason: 'text', citations },
}

const graph: Shape = {
  keys: {
    options: anything,
    attributes: {
      keys: {
        ...{ name: 'text', generator: 'text', counts: anything },
        ontology: { keys: { entities: { map: entityType }, relations: { map: relationType } } },
        ...{ sources: { map: source }, identity: { list: decision } },
      },
    },
    nodes: { list: { keys: { key: 'text', attributes: node } } },
    edges: {
      list: { keys: { key: 'text', source: 'text', target: 'text', attributes: edge } },
    },
  },
}
