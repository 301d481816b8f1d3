import type { AttributeClaimAttributes, NodeAttributes } from '../../src/graph/knowledge-graph.ts'
import { useViewer } from '../viewer.ts'
import { claimMarks } from '../words/claims.ts'
import { spaced } from '../words/text.ts'
import { texts } from '../words/texts.ts'
import { attributeTimeMarks } from '../words/time.ts'
import { ClaimEvidence, Rivals } from './claim-evidence.tsx'
import { PlaceInFiles } from './place-in-files.tsx'

interface AttributeClaimsProps {
  readonly attributes: NodeAttributes['attributes']
}

/** The values that claims give to an entity; each opens to show its evidence. */
export function AttributeClaims({ attributes }: AttributeClaimsProps) {
  const names = Object.keys(attributes)
  if (names.length === 0) return null
  return (
    <section class="block" aria-label={texts.attributes}>
      <h3>{texts.attributes}</h3>
      {names.flatMap((name) =>
        (attributes[name] ?? []).map((claim) => (
          <AttributeClaim
            key={`${name} ${claim.file}:${claim.line} ${claim.value}`}
            name={name}
            claim={claim}
          />
        )),
      )}
    </section>
  )
}

interface AttributeClaimProps {
  readonly name: string
  readonly claim: AttributeClaimAttributes
}

function AttributeClaim({ name, claim }: AttributeClaimProps) {
  const inTime = name === 'when' ? [] : attributeTimeMarks(useViewer().visible.value, claim)
  const value = name === 'when' ? texts.when(String(claim.value)) : String(claim.value)
  return (
    <details class="attribute">
      <summary>
        <span class="attribute-name">{name === 'when' ? texts.whenTitle : spaced(name)}</span>
        <span class="attribute-value">
          <bdi>{value}</bdi>
          {claim.when !== undefined && name !== 'when' && (
            <span class="quiet"> {texts.when(claim.when)}</span>
          )}
        </span>
        <span class="marks">{[...claimMarks(claim), ...inTime].join(' · ')}</span>
      </summary>
      <div class="attribute-evidence">
        {claim.rivals.length === 0 ? (
          <ClaimEvidence claim={claim} />
        ) : (
          <Rivals claim={claim} reading={value} rivals={claim.rivals} />
        )}
        <PlaceInFiles file={claim.file} line={claim.line} />
      </div>
    </details>
  )
}
