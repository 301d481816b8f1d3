import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { countLosses } from '../count-losses.ts'
import { countUndrawn, undrawnTexts } from '../count-undrawn.ts'
import type { Loss } from '../export-format.ts'
import { countUnwritable } from '../xml.ts'
import { placeNodeNames } from './place-names.ts'
import { planPicture } from './plan-picture.ts'

/** What of a graph the picture does not show, counted. */
export function svgLosses(graph: KnowledgeGraph): Loss[] {
  const { report, losses } = countLosses({
    'names-left-out': 'names found no room and show under the pointer only',
    'shortened-names': 'names were cut, and are whole under the pointer',
    'dates-left-out': 'dates of entities left out',
    ...undrawnTexts,
    'replaced-characters': 'characters that XML cannot hold became U+FFFD',
  })
  const names = placeNodeNames(graph, planPicture(graph))
  const shown = new Map(names.map((name) => [name.of, name.lines.join(' ')]))
  for (const { node, attributes } of graph.nodeEntries()) {
    const lines = shown.get(node)
    report('names-left-out', lines === undefined && attributes.label.trim() !== '' ? 1 : 0, node)
    report('shortened-names', lines?.includes('…') && !attributes.label.includes('…') ? 1 : 0, node)
    report('dates-left-out', attributes.when === undefined ? 0 : 1, node)
    report('replaced-characters', countUnwritable(attributes.label), node)
  }
  countUndrawn(graph, report)
  return losses()
}
