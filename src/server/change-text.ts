import { compareText } from '../text/compare-text.ts'
import type { GraphChange } from './graph-change.ts'
import type { Touched } from './graph-history.ts'
import { lineOfEdge, type PartLines } from './graph-lines.ts'
import type { AttributeTexts } from './graph-version.ts'

interface State {
  readonly version: string
  readonly attributes: AttributeTexts
  readonly lines: ReadonlyMap<string, PartLines>
}

/** The JSON of a `GraphChange`, of lines that are there already. */
export function changeText(from: string, touched: Touched, now: State): string {
  const attributes = [...touched.attributes].flatMap((key) => {
    const text = now.attributes.get(key)?.text
    return text === undefined ? [] : [`${JSON.stringify(key)}:${text}`]
  })
  const nodes = sorted(touched.nodes, (id) => now.lines.get(id)?.node)
  const edges = sorted(touched.edges, (key) => lineOfEdge(key, now.lines))
  const dropped = { nodes: nodes.gone, edges: edges.gone }
  const members: Record<keyof GraphChange, string> = {
    from: JSON.stringify(from),
    to: JSON.stringify(now.version),
    attributes: `{${attributes.join(',')}}`,
    dropped: JSON.stringify(dropped),
    nodes: `[\n${nodes.lines.join(',\n')}\n]`,
    edges: `[\n${edges.lines.join(',\n')}\n]`,
  }
  return `{\n${Object.entries(members)
    .map(([key, text]) => `"${key}":${text}`)
    .join(',\n')}\n}\n`
}

/** The lines of what is there, and the keys of what is there no longer, each in order of key. */
function sorted(keys: ReadonlySet<string>, lineOf: (key: string) => string | undefined) {
  const lines: string[] = []
  const gone: string[] = []
  for (const key of [...keys].sort(compareText)) {
    const line = lineOf(key)
    if (line === undefined) gone.push(key)
    else lines.push(line)
  }
  return { lines, gone }
}
