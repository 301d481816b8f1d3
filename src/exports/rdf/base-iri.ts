import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { foldCase } from '../../text/fold.ts'
import type { ExportOptions } from '../export-format.ts'
import { isSafeIri } from './safe-iri.ts'

/** What the IRIs of the data begin with: the base that was asked for, or one from the name of the graph. */
export function baseOf(graph: KnowledgeGraph, { base }: ExportOptions): string {
  if (base === undefined) return defaultBase(graph.getAttribute('name'))
  if (!isBaseIri(base)) throw new RangeError(`"${base}" is no base for IRIs.`)
  return base
}

/**
 * Whether the IRIs of the data may begin with a text: they are names, so that nothing has to answer there, but what
 * is no web address, URN or tag would mean something else on every machine.
 */
export function isBaseIri(text: string): boolean {
  return /^(https?|urn|tag):.*[/#:]$/.test(text) && isSafeIri(text)
}

/** `urn:dossier:the-imu-in-northern-afghanistan:` */
function defaultBase(name: string): string {
  const words = foldCase(name).match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['unnamed']
  return `urn:dossier:${encodeURIComponent(words.join('-'))}:`
}
