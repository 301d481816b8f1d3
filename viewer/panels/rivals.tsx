import type { Evidence, RivalAttributes } from '../../src/graph/knowledge-graph.ts'
import { EntityLink } from '../parts/entity-link.tsx'
import { later } from '../words/later-texts.ts'
import { texts } from '../words/texts.ts'
import { ClaimEvidence } from './claim-evidence.tsx'

interface RivalsProps {
  readonly claim: Evidence
  /** What the claim itself says, for the first column. */
  readonly reading: string
  readonly rivals: readonly RivalAttributes[]
}

/** The readings of a claim side by side; none of them is the truth by its place. */
export function Rivals({ claim, reading, rivals }: RivalsProps) {
  return (
    <section class="block" aria-label={later.rivalReadings}>
      <h3>{later.sourcesDisagree}</h3>
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
  if (denied) return <>{later.denied}</>
  if (target !== undefined) return <EntityLink id={target} />
  if (value !== undefined) return <bdi>{String(value)}</bdi>
  return <>{when === undefined ? later.anotherReading : later.notThenBut(texts.when(when))}</>
}
