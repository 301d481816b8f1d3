import { Icon } from '../parts/icons.tsx'
import { focusOn, setEntityHidden, startPath } from '../state/changes.ts'
import { useViewer } from '../viewer.ts'

/** What a reader can do with an entity, each also on a key. */
export function EntityActions({ id }: { readonly id: string }) {
  const { change, view } = useViewer()
  const { focus } = view.value
  const again = focus?.around === id
  return (
    <p class="actions">
      <button type="button" class="button" onClick={() => change(startPath(id))}>
        <Icon name="path" /> Path from here
      </button>
      <button type="button" class="button" onClick={() => change(focusOn(id))}>
        <Icon name="focus" /> {again ? `${focus.hops + 1} hops` : 'Neighbours'}
      </button>
      <button type="button" class="button" onClick={() => change(setEntityHidden(id, true))}>
        <Icon name="hide" /> Hide
      </button>
    </p>
  )
}
