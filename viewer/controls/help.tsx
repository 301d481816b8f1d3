import { characterKeys, rememberCharacterKeys } from '../state/preferences.ts'
import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'
import { keysFor } from './keys.ts'

const groups = Object.keys(later.keyGroups) as (keyof typeof later.keyGroups)[]

/** The keys, and the switch that turns off those of a single character. */
export function Help() {
  const keys = keysFor(useViewer())
  return (
    <>
      <div class="key-groups">
        {groups.map((group) => (
          <section key={group} aria-label={later.keyGroups[group]}>
            <h3>{later.keyGroups[group]}</h3>
            <dl class="keys">
              {keys
                .filter((key) => key.group === group)
                .map(({ shown, does }) => (
                  <div key={shown}>
                    <dt>
                      <kbd>{inWords(shown)}</kbd>
                    </dt>
                    <dd>{later.keyTitles[does]}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <label class="check-row">
        <input
          type="checkbox"
          checked={characterKeys.value}
          onChange={({ currentTarget }) => rememberCharacterKeys(currentTarget.checked)}
        />
        <span class="check-label">{later.characterKeys}</span>
      </label>
    </>
  )
}

/** Keys are shown as they are labelled, `Ctrl + ←` as a keyboard of the reader's language has it. */
function inWords(shown: string): string {
  return shown.replace(/[A-Za-z]{2,}/g, (name) => later.keyNames[name] ?? name)
}
