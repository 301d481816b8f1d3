import type { Evidence, RivalAttributes } from '../../src/graph/knowledge-graph.ts'
import { EntityLink } from '../parts/entity-link.tsx'
import { onlySaidBy } from '../state/source-changes.ts'
import { useViewer } from '../viewer.ts'
import { capital } from '../words/text.ts'
import { texts } from '../words/texts.ts'
import { Citations } from './citations.tsx'

interface ClaimEvidenceProps {
  readonly claim: Evidence
  /** Whether to say of a claim without a date that it has none. */
  readonly missesDate?: boolean
  /** The claim is a date itself: what to call the date as the file has it. */
  readonly whenTitle?: string | undefined
}

/** All that stands behind one reading of a claim: when, how sure, who says so, and where it is written. */
export function ClaimEvidence(props: ClaimEvidenceProps) {
  const { claim } = props
  return (
    <>
      <ClaimFacts {...props} />
      <Citations citations={claim.citations} />
      {claim.note !== undefined && (
        <p class="note">
          <bdi>{claim.note}</bdi>
        </p>
      )}
    </>
  )
}

function ClaimFacts({ claim, missesDate = false, whenTitle }: ClaimEvidenceProps) {
  const { when, confidence, saidBy, inferred } = claim
  return (
    <dl class="facts">
      {(when !== undefined || missesDate) && (
        <>
          <dt>{whenTitle ?? texts.whenTitle}</dt>
          <dd>
            {when === undefined && <span class="quiet">{texts.notStated}</span>}
            {when !== undefined && whenTitle === undefined && `${capital(texts.when(when))} `}
            {when !== undefined && <span class="code quiet">{when}</span>}
          </dd>
        </>
      )}
      <dt>{texts.confidence}</dt>
      <dd>
        {confidence === undefined ? (
          <span class="quiet">{texts.notStated}</span>
        ) : (
          <>
            <span class={`confidence is-${confidence}`}>
              {capital(texts.confidences[confidence])}
            </span>{' '}
            <span class="quiet">{texts.confidenceMeanings[confidence]}</span>
          </>
        )}
      </dd>
      <dt>{texts.saidBy}</dt>
      <dd>
        {inferred !== undefined && saidBy.length === 0 ? (
          texts.noOneSays
        ) : (
          <Speakers saidBy={saidBy} />
        )}
      </dd>
      {inferred !== undefined && (
        <>
          <dt>{texts.inferred}</dt>
          <dd>
            <bdi>{inferred}</bdi>
          </dd>
        </>
      )}
    </dl>
  )
}

function Speakers({ saidBy }: { readonly saidBy: readonly string[] }) {
  if (saidBy.length === 0) return <>{texts.sourceItself}</>
  return (
    <>
      {saidBy.map((id, index) => (
        <span key={id}>
          {index > 0 && texts.and}
          <EntityLink id={id} />
        </span>
      ))}
      <span class="quiet">{texts.asQuoted}</span>
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
      {texts.onlyWhatSaid(<bdi>{name}</bdi>)}
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
    <section class="block" aria-label={texts.rivalReadings}>
      <h3>{texts.sourcesDisagree}</h3>
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
  if (denied) return <>{texts.denied}</>
  if (target !== undefined) return <EntityLink id={target} />
  if (value !== undefined) return <bdi>{String(value)}</bdi>
  return <>{when === undefined ? texts.anotherReading : texts.notThenBut(texts.when(when))}</>
}
