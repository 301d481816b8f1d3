import type { GraphAttributes } from '../graph/knowledge-graph.ts'

/** What differs between two versions of the graph, by name: what became of it the newest state tells. */
export interface Touched {
  readonly nodes: ReadonlySet<string>
  readonly edges: ReadonlySet<string>
  readonly attributes: ReadonlySet<keyof GraphAttributes>
}

export interface GraphHistory {
  readonly add: (from: string, touched: Touched) => void
  /** Nothing where the version is not known, or no longer. */
  readonly since: (version: string) => Touched | undefined
  readonly clear: () => void
}

/** A page that has missed more than this gets the whole graph. */
const longest = 64

export function openHistory(): GraphHistory {
  let steps: readonly { readonly from: string; readonly touched: Touched }[] = []
  return {
    add: (from, touched) => {
      steps = [...steps, { from, touched }].slice(-longest)
    },
    since: (version) => {
      const first = steps.findLastIndex(({ from }) => from === version)
      return first < 0 ? undefined : united(steps.slice(first).map(({ touched }) => touched))
    },
    clear: () => {
      steps = []
    },
  }
}

function united(all: readonly Touched[]): Touched {
  return {
    nodes: new Set(all.flatMap(({ nodes }) => [...nodes])),
    edges: new Set(all.flatMap(({ edges }) => [...edges])),
    attributes: new Set(all.flatMap(({ attributes }) => [...attributes])),
  }
}
