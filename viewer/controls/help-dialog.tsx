import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../parts/icons.tsx'
import { characterKeys, rememberCharacterKeys } from '../state/preferences.ts'
import { useViewer } from '../viewer.ts'
import { keysFor } from './keys.ts'

/** The keys, and the switch that turns off those of a single character. */
export function HelpDialog() {
  const viewer = useViewer()
  const { helpOpen } = viewer
  const dialog = useRef<HTMLDialogElement>(null)
  const open = helpOpen.value
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  const close = () => {
    helpOpen.value = false
  }
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="help-title" onClose={close}>
      <div class="dialog-head">
        <h2 id="help-title">Keys</h2>
        <button type="button" class="icon-button" aria-label="Close help" onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <dl class="keys">
        {keysFor(viewer).map(({ shown, title }) => (
          <div key={shown}>
            <dt>
              <kbd>{shown}</kbd>
            </dt>
            <dd>{title}</dd>
          </div>
        ))}
      </dl>
      <label class="check-row">
        <input
          type="checkbox"
          checked={characterKeys.value}
          onChange={({ currentTarget }) => rememberCharacterKeys(currentTarget.checked)}
        />
        <span class="check-label">Keys of a single character</span>
      </label>
    </dialog>
  )
}
