import { EntityLink } from '../parts/entity-link.tsx'
import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'
import { Citations } from './citations.tsx'

/** What the curator has decided about who this is, and why. */
export function IdentityDecisions({ id }: { readonly id: string }) {
  const decisions = (useViewer().graph.value?.getAttribute('identity') ?? []).filter(
    ({ entities }) => entities.includes(id),
  )
  return (
    <section class="block" aria-label={later.whoIsWho}>
      <h3>{later.whoIsWho}</h3>
      {decisions.map(({ verdict, entities, reason, citations }) => (
        <article class="decision" key={`${verdict} ${entities.join(' ')}`}>
          <p>
            <strong>{later.verdicts[verdict]}</strong>{' '}
            {entities
              .filter((other) => other !== id)
              .map((other, index) => (
                <span key={other}>
                  {index > 0 && ', '}
                  <EntityLink id={other} />
                </span>
              ))}
          </p>
          <p>
            <bdi>{reason}</bdi>
          </p>
          {citations.length > 0 && <Citations citations={citations} />}
        </article>
      ))}
    </section>
  )
}
