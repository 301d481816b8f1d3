import type { Evidence } from '../../src/graph/knowledge-graph.ts'
import { EntityLink } from '../parts/entity-link.tsx'
import { lazy } from '../parts/lazy.tsx'
import { capital } from '../words/text.ts'
import { texts } from '../words/texts.ts'
import { Citations } from './citations.tsx'

const SpeakerFilters = lazy(async () => (await import('./speaker-filters.tsx')).SpeakerFilters)

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
        <SpeakerFilters key={id} id={id} />
      ))}
    </>
  )
}
