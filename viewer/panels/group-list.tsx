import { visibleGroups } from '../groups/picture-groups.ts'
import { ChangeLink } from '../parts/entity-link.tsx'
import { selectEntity } from '../state/changes.ts'
import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'
import { counted, grouped } from '../words/text.ts'

/** The largest; each takes a line. */
const mostShown = 8

/** The groups whose names stand over a large picture, for those who cannot see it, and a way to each. */
export function GroupList() {
  const { graph, groups, visible } = useViewer()
  if (graph.value === null || groups.value === null) return null
  const found = visibleGroups(groups.value.all, visible.value)
  if (found.length === 0) return null
  return (
    <section class="block" aria-label={later.partGroups}>
      <h3>
        {later.partGroups} <span class="quiet count">{grouped(found.length)}</span>
      </h3>
      <p class="quiet">{later.partGroupsOfAll}</p>
      <ol class="part-list">
        {found.slice(0, mostShown).map(({ centre, members }) => (
          <li key={centre}>
            <ChangeLink change={selectEntity(centre)} reveal={members} near>
              <bdi>{graph.value?.getNodeAttribute(centre, 'label')}</bdi>
            </ChangeLink>
            <span class="quiet">{counted(members.length, 'member')}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
