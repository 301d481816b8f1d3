import { useEffect } from 'preact/hooks'
import type { GraphOverview } from '../../src/server/graph-question.ts'
import { ChangeLink } from '../parts/entity-link.tsx'
import { TypeMark } from '../parts/type-mark.tsx'
import { selectEntity } from '../state/changes.ts'
import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'
import { counted, grouped } from '../words/text.ts'

/** So many of those that stand out are listed; all of them are in the first picture. */
const shownOfBest = 15

/** What there is in a graph of which a part is here, and where to begin. */
export function PartOverview() {
  const overview = useViewer().base.beyond.value?.overview.value
  if (!overview) return null
  return (
    <>
      <p class="quiet">{later.partHowToBegin}</p>
      <Best overview={overview} />
      <Groups />
      <Counts
        title={later.partTypes}
        counts={overview.entitiesByType.map(({ name, count }) => ({
          name: overview.attributes.ontology.entities[name]?.label ?? name,
          count,
        }))}
      />
      <Counts
        title={later.partRelations}
        counts={overview.relationsByType.map(({ name, count }) => ({
          name: overview.attributes.ontology.relations[name]?.label ?? name,
          count,
        }))}
      />
    </>
  )
}

function Best({ overview }: { readonly overview: GraphOverview }) {
  return (
    <section class="block" aria-label={later.partBest}>
      <h3>{later.partBest}</h3>
      <ol class="part-list">
        {overview.best.slice(0, shownOfBest).map(({ id, label, type, degree }) => (
          <li key={id}>
            <TypeMark type={type} />
            <ChangeLink change={selectEntity(id)} reveal={[id]}>
              <bdi>{label}</bdi>
            </ChangeLink>
            <span class="quiet">{counted(degree, 'relation')}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Groups() {
  const beyond = useViewer().base.beyond.value
  const version = beyond?.overview.value?.version
  useEffect(() => beyond?.askGroups(), [beyond, version])
  const answer = beyond?.groups.value
  if (!answer || answer.groups.length === 0) return null
  const { groups, lookedAt } = answer
  return (
    <section class="block" aria-label={later.partGroups}>
      <h3>
        {later.partGroups} <span class="quiet count">{grouped(answer.total)}</span>
      </h3>
      <p class="quiet">
        {lookedAt === undefined ? later.partGroupsOfAll : later.partGroupsOf(lookedAt)}
      </p>
      <ol class="part-list">
        {groups.map(({ centre, label, members }) => (
          <li key={centre}>
            <ChangeLink change={selectEntity(centre)} reveal={[centre]}>
              <bdi>{label}</bdi>
            </ChangeLink>
            <span class="quiet">{counted(members, 'member')}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

interface CountsProps {
  readonly title: string
  readonly counts: readonly { readonly name: string; readonly count: number }[]
}

function Counts({ title, counts }: CountsProps) {
  return (
    <section class="block" aria-label={title}>
      <h3>{title}</h3>
      <dl class="part-counts">
        {counts.map(({ name, count }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{grouped(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
