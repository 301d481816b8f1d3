import type { Hop, Path } from '../../src/queries/find-paths.ts'
import { weakestOf } from '../../src/queries/weakest-hop.ts'
import { ClaimSources } from '../parts/claim-sources.tsx'
import { ChangeLink } from '../parts/entity-link.tsx'
import { Sentence } from '../parts/sentence.tsx'
import { select } from '../state/changes.ts'
import { useViewer } from '../viewer.ts'
import { claimMarks } from '../words/claims.ts'
import { later } from '../words/later-texts.ts'
import { texts } from '../words/texts.ts'
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
              {isWeakest && <p class="weakest">{later.weakestHop}</p>}
            </li>
          )
        })}
      </ol>
      {hops.length > 1 && weakest === undefined && <p class="quiet">{later.noneWeaker}</p>}
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
  const doubt = texts.dateDoubt(graph.value, hop.edge)
  return (
    <>
      <ChangeLink
        class="relation-link hop-sentence"
        reveal={[hop.from, hop.to]}
        about={{ kind: 'relation', id: hop.edge }}
        change={(view) => ({
          ...select({ kind: 'relation', id: hop.edge })(view),
          right: 'evidence',
        })}
      >
        <Sentence edge={hop.edge} forward={hop.forward} end="." />
      </ChangeLink>
      {hop.inferred !== undefined && (
        <p class="quiet">{later.inferredBecause(<bdi>{hop.inferred}</bdi>)}</p>
      )}
      {doubt !== undefined && (
        <p class="quiet">
          <bdi>{doubt}</bdi>
        </p>
      )}
      <ClaimSources claim={hop} />
      <p class="marks">{marks.join(' · ')}</p>
    </>
  )
}
