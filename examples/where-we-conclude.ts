// Where does the graph rest on the curator's conclusions? The whole graphology library works on it.

import { openDossier } from 'dossier'
import type { Names, Relation } from './names.ts'

const { graph } = await openDossier<Names>('graph-data')

const concluded = new Map<Relation, { all: number; inferred: number }>()
graph.forEachEdge((_, { relation, inferred }) => {
  const count = concluded.get(relation) ?? { all: 0, inferred: 0 }
  count.all++
  if (inferred !== undefined) count.inferred++
  concluded.set(relation, count)
})

const worst = [...concluded].sort(
  ([a, one], [b, other]) => other.inferred - one.inferred || (a < b ? -1 : 1),
)
for (const [relation, { all, inferred }] of worst.slice(0, 5)) {
  console.log(`${relation}: ${inferred} of ${all}`)
}

// The types know the relations: `relation === 'part-off'` would not compile.
const places = graph.filterEdges(
  (_, { relation, inferred }) => relation === 'part-of' && inferred !== undefined,
)
console.log(places.map((edge) => graph.source(edge)).join(', '))
