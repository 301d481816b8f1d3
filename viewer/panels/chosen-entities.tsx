import { EntityLink } from '../parts/entity-link.tsx'
import { Icon } from '../parts/icons.tsx'
import { choosePath } from '../state/changes.ts'
import { hideChosen, letChosenGo, onlyChosen, toggleChosen } from '../state/choices.ts'
import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'
import { texts } from '../words/texts.ts'

/** Several entities at once, and what can be done with them. */
export function ChosenEntities() {
  const { view, graph, change } = useViewer()
  const now = graph.value
  const chosen = view.value.chosen.filter((id) => now?.hasNode(id))
  if (now === null || chosen.length === 0) return null
  const [from, to] = chosen
  return (
    <section class="chosen" aria-label={later.chosenTogether}>
      <h3>{texts.chosen(chosen.length)}</h3>
      <ul>
        {chosen.map((id) => (
          <li key={id}>
            <EntityLink id={id} />
            <button
              type="button"
              class="icon-button"
              aria-label={later.takeOut(now.getNodeAttribute(id, 'label'))}
              onClick={() => change(toggleChosen(id))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <p class="actions">
        <button type="button" class="button" onClick={() => change(onlyChosen)}>
          <Icon name="focus" /> {later.onlyTheseChosen}
        </button>
        <button type="button" class="button" onClick={() => change(hideChosen)}>
          <Icon name="hide" /> {texts.hide}
        </button>
        {chosen.length === 2 && from && to && (
          <button type="button" class="button" onClick={() => change(choosePath(from, to))}>
            <Icon name="path" /> {later.pathBetween}
          </button>
        )}
        <button type="button" class="button" onClick={() => change(letChosenGo)}>
          <Icon name="close" /> {later.letGo}
        </button>
      </p>
    </section>
  )
}
