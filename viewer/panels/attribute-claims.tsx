import type { AttributeClaimAttributes, NodeAttributes } from '../../src/graph/knowledge-graph.ts'
import { lazy } from '../parts/lazy.tsx'
import { useViewer } from '../viewer.ts'
import { claimMarks, speakerMarks } from '../words/claims.ts'
import { spaced } from '../words/text.ts'
import { texts } from '../words/texts.ts'
import { attributeTimeMarks } from '../words/time.ts'
import { ClaimEvidence } from './claim-evidence.tsx'
import { PlaceInFiles } from './place-in-files.tsx'

const Rivals = lazy(async () => (await import('./rare-evidence.ts')).Rivals)

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
      <div class="attributes">
        {names.flatMap((name) =>
          (attributes[name] ?? []).map((claim, index) => (
            <AttributeClaim
              key={`${name} ${claim.file}:${claim.line} ${claim.value}`}
              name={name}
              isRepeated={index > 0}
              claim={claim}
            />
          )),
        )}
      </div>
    </section>
  )
}

interface AttributeClaimProps {
  readonly name: string
  /** The name stands above already. */
  readonly isRepeated: boolean
  readonly claim: AttributeClaimAttributes
}

function AttributeClaim({ name, isRepeated, claim }: AttributeClaimProps) {
  const { graph, visible } = useViewer()
  if (graph.value === null) return null
  const marks = [
    ...speakerMarks(graph.value, claim),
    ...claimMarks(claim),
    ...(name === 'when' ? [] : attributeTimeMarks(visible.value, claim)),
  ]
  const value = name === 'when' ? texts.when(String(claim.value)) : String(claim.value)
  return (
    <details class={isRepeated ? 'attribute is-repeated' : 'attribute'}>
      <summary>
        <span class="attribute-name">
          <span class={isRepeated ? 'unseen' : undefined}>
            {name === 'when' ? texts.whenTitle : spaced(name)}
          </span>
        </span>
        <span class="attribute-value">
          <bdi>{value}</bdi>
          {claim.when !== undefined && name !== 'when' && (
            <span class="quiet"> {texts.when(claim.when)}</span>
          )}
        </span>
        <span class="marks">{marks.join(' · ')}</span>
      </summary>
      <div class="attribute-evidence">
        {claim.rivals.length === 0 ? (
          <ClaimEvidence claim={claim} whenTitle={name === 'when' ? texts.writtenAs : undefined} />
        ) : (
          <Rivals claim={claim} reading={value} rivals={claim.rivals} />
        )}
        <PlaceInFiles file={claim.file} line={claim.line} />
      </div>
    </details>
  )
}
