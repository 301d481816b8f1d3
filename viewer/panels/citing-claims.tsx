import type { ComponentChildren } from 'preact'
import type { ClaimAttributes, KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import type { CitingClaim } from '../../src/queries/source-support.ts'
import { compareText } from '../../src/text/compare-text.ts'
import { foldCase } from '../../src/text/fold.ts'
import { ChangeLink, EntityLink, RelationLink } from '../parts/entity-link.tsx'
import { LineSample } from '../parts/marks.tsx'
import { Sentence } from '../parts/sentence.tsx'
import { Shortened } from '../parts/shortened.tsx'
import { TypeMark } from '../parts/type-mark.tsx'
import { selectEntity } from '../state/changes.ts'
import { useViewer } from '../viewer.ts'
import { spaced } from '../words/text.ts'
import { texts } from '../words/texts.ts'

interface CitingClaimsProps {
  readonly title: string
  /** What is said where there are none. */
  readonly none: string
  /** Of their lines in the picture, in pixels. */
  readonly width: number
  readonly claims: readonly CitingClaim[]
  readonly marksOf: (claim: ClaimAttributes) => readonly string[]
  readonly children?: ComponentChildren
}

/** Claims as sentences, below the entity that each is about; they lead to the evidence. */
export function CitingClaims(props: CitingClaimsProps) {
  const { title, none, width, claims, marksOf, children } = props
  const graph = useViewer().graph.value
  if (graph === null) return null
  return (
    <section class="block" aria-label={title}>
      <h3>
        <LineSample pattern="solid" colour="currentcolor" width={width} /> {title}{' '}
        <span class="quiet count">{texts.number(claims.length)}</span>
      </h3>
      {claims.length === 0 && <p class="quiet">{none}</p>}
      {children}
      <Shortened items={byEntity(graph, claims)} most={40} counted={texts.entities}>
        {(groups) =>
          groups.map(([id, members]) => (
            <div class="relation-group" key={id}>
              <h4>
                <TypeMark type={graph.getNodeAttribute(id, 'type')} /> <EntityLink id={id} />
              </h4>
              <ul>
                {members.map((citing) => (
                  <li key={'edge' in citing ? citing.edge : `${citing.name} ${citing.claim.line}`}>
                    <Claim citing={citing} marksOf={marksOf} />
                  </li>
                ))}
              </ul>
            </div>
          ))
        }
      </Shortened>
    </section>
  )
}

interface ClaimProps extends Pick<CitingClaimsProps, 'marksOf'> {
  readonly citing: CitingClaim
}

function Claim({ citing, marksOf }: ClaimProps) {
  const graph = useViewer().graph.value
  if (graph === null) return null
  if ('edge' in citing) {
    return (
      <RelationLink id={citing.edge}>
        <Told marks={marksOf(graph.getEdgeAttributes(citing.edge))}>
          <Sentence edge={citing.edge} />
        </Told>
      </RelationLink>
    )
  }
  const { entity, name, claim } = citing
  const value = name === 'when' ? texts.when(String(claim.value)) : String(claim.value)
  const when = claim.when === undefined || name === 'when' ? '' : `, ${texts.when(claim.when)}`
  return (
    <ChangeLink class="relation-link" change={selectEntity(entity)} reveal={[entity]}>
      <Told marks={marksOf(claim)}>
        {name === 'when' ? texts.whenTitle : spaced(name)}: <bdi>{value}</bdi>
        {when}
      </Told>
    </ChangeLink>
  )
}

interface ToldProps {
  readonly marks: readonly string[]
  readonly children: ComponentChildren
}

function Told({ marks, children }: ToldProps) {
  return (
    <span>
      {children}
      {marks.length > 0 && <span class="marks">{marks.join(' · ')}</span>}
    </span>
  )
}

/** By name of the entity. */
function byEntity(graph: KnowledgeGraph, claims: readonly CitingClaim[]) {
  const groups = new Map<string, CitingClaim[]>()
  for (const citing of claims) {
    const group = groups.get(citing.entity)
    if (group) group.push(citing)
    else groups.set(citing.entity, [citing])
  }
  const nameOf = (id: string) => foldCase(graph.getNodeAttribute(id, 'label'))
  return [...groups].sort(([a], [b]) => compareText(nameOf(a), nameOf(b)))
}
