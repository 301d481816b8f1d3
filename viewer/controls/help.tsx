import { characterKeys, rememberCharacterKeys } from '../state/preferences.ts'
import { useViewer } from '../viewer.ts'
import { keysFor } from './keys.ts'

/** The keys, and the switch that turns off those of a single character. */
export function Help() {
  const viewer = useViewer()
  return (
    <>
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
    </>
  )
}
