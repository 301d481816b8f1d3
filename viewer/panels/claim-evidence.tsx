import type { Evidence, RivalAttributes } from '../../src/graph/knowledge-graph.ts'
import { whenInWords } from '../../src/graph/sentence.ts'
import { EntityLink } from '../parts/entity-link.tsx'
import { onlySaidBy } from '../state/source-changes.ts'
import { useViewer } from '../viewer.ts'
import { capital } from '../words/text.ts'
import { confidenceMeanings } from '../words/trust.ts'
import { Citations } from './citations.tsx'

interface ClaimEvidenceProps {
  readonly claim: Evidence
}

/** All that stands behind one reading of a claim: when, how sure, who says so, and where it is written. */
export function ClaimEvidence({ claim }: ClaimEvidenceProps) {
  return (
    <>
      <ClaimFacts claim={claim} />
      <Citations citations={claim.citations} />
      {claim.note !== undefined && <p class="note">{claim.note}</p>}
    </>
  )
}

function ClaimFacts({ claim: { when, confidence, saidBy, inferred } }: ClaimEvidenceProps) {
  return (
    <dl class="facts">
      {when !== undefined && (
        <>
          <dt>When</dt>
          <dd>
            {capital(whenInWords(when))} <span class="code quiet">{when}</span>
          </dd>
        </>
      )}
      <dt>Confidence</dt>
      <dd>
        {confidence === undefined ? (
          <span class="quiet">Not stated</span>
        ) : (
          <>
            <span class={`confidence is-${confidence}`}>{capital(confidence)}</span>{' '}
            <span class="quiet">{confidenceMeanings[confidence]}</span>
          </>
        )}
      </dd>
      <dt>Said by</dt>
      <dd>
        {inferred !== undefined && saidBy.length === 0 ? (
          'No one: the curator infers it'
        ) : (
          <Speakers saidBy={saidBy} />
        )}
      </dd>
      {inferred !== undefined && (
        <>
          <dt>Inferred</dt>
          <dd>{inferred}</dd>
        </>
      )}
    </dl>
  )
}

function Speakers({ saidBy }: { readonly saidBy: readonly string[] }) {
  if (saidBy.length === 0) return <>The source itself</>
  return (
    <>
      {saidBy.map((id, index) => (
        <span key={id}>
          {index > 0 && ' and '}
          <EntityLink id={id} />
        </span>
      ))}
      <span class="quiet">, as quoted by the source</span>
      {saidBy.map((id) => (
        <OnlyThisSpeaker key={id} id={id} />
      ))}
    </>
  )
}

function OnlyThisSpeaker({ id }: { readonly id: string }) {
  const { view, graph, change } = useViewer()
  const isOnly = view.value.saidBy === id
  const name = graph.value?.hasNode(id) ? graph.value.getNodeAttribute(id, 'label') : id
  return (
    <button
      type="button"
      class="text-button"
      aria-pressed={isOnly}
      onClick={() => change(onlySaidBy(isOnly ? null : id))}
    >
      Only what <bdi>{name}</bdi> said
    </button>
  )
}

interface RivalsProps {
  readonly claim: Evidence
  /** What the claim itself says, for the first column. */
  readonly reading: string
  readonly rivals: readonly RivalAttributes[]
}

/** The readings of a claim side by side; none of them is the truth by its place. */
export function Rivals({ claim, reading, rivals }: RivalsProps) {
  if (rivals.length === 0) return null
  return (
    <section class="block" aria-label="Rival readings">
      <h3>Sources disagree</h3>
      <div class="rivals">
        <article class="reading">
          <h4>
            <bdi>{reading}</bdi>
          </h4>
          <ClaimEvidence claim={claim} />
        </article>
        {rivals.map((rival) => (
          <article class="reading" key={JSON.stringify(rival)}>
            <h4>
              <RivalReading rival={rival} />
            </h4>
            <ClaimEvidence claim={rival} />
          </article>
        ))}
      </div>
    </section>
  )
}

function RivalReading({
  rival: { denied, target, value, when },
}: {
  readonly rival: RivalAttributes
}) {
  if (denied) return <>Denied</>
  if (target !== undefined) return <EntityLink id={target} />
  if (value !== undefined) return <bdi>{String(value)}</bdi>
  return <>{when === undefined ? 'Another reading' : `Not then, but ${whenInWords(when)}`}</>
}
