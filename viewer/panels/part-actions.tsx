import { bringNeighbours, takeNeighboursAway } from '../controls/part-commands.ts'
import { Icon } from '../parts/icons.tsx'
import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'

/** How much of what surrounds the selected entity is here, and how more of it comes or goes. */
export function PartActions() {
  const viewer = useViewer()
  const { base, graph, view } = viewer
  const beyond = base.beyond.value
  const id = view.value.selected?.id
  if (!beyond || id === undefined || !graph.value?.hasNode(id)) return null
  const [here, all] = [graph.value.degree(id), beyond.degreeOf(id)]
  return (
    <div class="part-actions">
      <p class="quiet">{here < all ? later.partRelationsHere(here, all) : later.partAllHere}</p>
      <p class="actions">
        {here < all && (
          <button
            type="button"
            class="button"
            aria-disabled={beyond.busy.value}
            onClick={() => void bringNeighbours(viewer, beyond, id)}
          >
            <Icon name="plus" /> {here > 0 ? later.partBringMore : later.partBring}
          </button>
        )}
        {here > 0 && (
          <button type="button" class="button" onClick={() => takeNeighboursAway(viewer, id)}>
            <Icon name="minus" /> {later.partTakeAway}
          </button>
        )}
      </p>
    </div>
  )
}
