import { dateDoubt } from '../../src/graph/evidence-in-words.ts'
import { dated } from '../../src/graph/sentence.ts'
import type { Hop, Path } from '../../src/queries/find-paths.ts'
import { weakestOf } from '../../src/queries/weakest-hop.ts'
import { ClaimSources } from '../parts/claim-sources.tsx'
import { ChangeLink } from '../parts/entity-link.tsx'
import { select } from '../state/changes.ts'
import { useViewer } from '../viewer.ts'
import { claimMarks } from '../words/claims.ts'
import { timeMarks } from '../words/time.ts'

/** The hops of a path as numbered sentences, each with who says so and where. */
export function PathHops({ path }: { readonly path: Path }) {
  const { hops } = path
  const weakest = weakestOf(path)
  return (
    <>
      <ol class="hops">
        {hops.map((hop) => {
          const isWeakest = hop === weakest
          return (
            <li key={hop.edge} class={isWeakest ? 'hop is-weakest' : 'hop'}>
              <HopText hop={hop} />
              {isWeakest && <p class="weakest">Weakest hop</p>}
            </li>
          )
        })}
      </ol>
      {hops.length > 1 && weakest === undefined && (
        <p class="quiet">No hop is weaker than the others.</p>
      )}
    </>
  )
}

function HopText({ hop }: { readonly hop: Hop }) {
  const { graph, visible } = useViewer()
  if (!graph.value?.hasEdge(hop.edge)) return null
  const marks = [
    ...claimMarks(graph.value.getEdgeAttributes(hop.edge)),
    ...timeMarks(visible.value, 'edges', hop.edge),
  ]
  const doubt = dateDoubt(graph.value, hop.edge)
  return (
    <>
      <ChangeLink
        class="relation-link hop-sentence"
        reveal={[hop.from, hop.to]}
        change={(view) => ({
          ...select({ kind: 'relation', id: hop.edge })(view),
          right: 'evidence',
        })}
      >
        <bdi>{dated(hop.sentence, hop.when)}.</bdi>
      </ChangeLink>
      {hop.inferred !== undefined && <p class="quiet">Inferred: {hop.inferred}</p>}
      {doubt !== undefined && <p class="quiet">{doubt}</p>}
      <ClaimSources claim={hop} />
      <p class="marks">{marks.join(' · ')}</p>
    </>
  )
}
