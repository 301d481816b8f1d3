import { Icon } from '../parts/icons.tsx'
import { focusOn, setEntityHidden, startPath } from '../state/changes.ts'
import { addAround } from '../state/choices.ts'
import { unpin } from '../state/pins.ts'
import { useViewer } from '../viewer.ts'
import { texts } from '../words/texts.ts'

/** What a reader can do with an entity, each also on a key. */
export function EntityActions({ id }: { readonly id: string }) {
  const { base, change, view, graph } = useViewer()
  const { focus, only, pins } = view.value
  const again = focus?.around === id
  const around = base.beyond.value ? texts.onlyNeighbours : texts.neighbours
  return (
    <p class="actions">
      <button type="button" class="button" onClick={() => change(startPath(id))}>
        <Icon name="path" /> {texts.pathFromHere}
      </button>
      <button type="button" class="button" onClick={() => change(focusOn(id))}>
        <Icon name="focus" /> {again ? texts.hops(focus.hops + 1) : around}
      </button>
      <button type="button" class="button" onClick={() => change(setEntityHidden(id, true))}>
        <Icon name="hide" /> {texts.hide}
      </button>
      {only.length > 0 && graph.value && base.beyond.value === null && (
        <button
          type="button"
          class="button"
          onClick={() => graph.value && change(addAround(graph.value, id))}
        >
          <Icon name="plus" /> {texts.addNeighbours}
        </button>
      )}
      {pins.some((pin) => pin.id === id) && (
        <button type="button" class="button" onClick={() => change(unpin(id))}>
          <Icon name="undo" /> {texts.putItBack}
        </button>
      )}
    </p>
  )
}
