import type { Change } from '../state/changes.ts'
import { onlySaidBy, withoutSpeaker } from '../state/source-changes.ts'
import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'

interface SpeakerFiltersProps {
  readonly id: string
}

/** Only what somebody says whom a source quotes, or all but what they alone say. */
export function SpeakerFilters({ id }: SpeakerFiltersProps) {
  const { view, graph, change } = useViewer()
  const { saidBy, withoutSpeaker: silent } = view.value
  const label = graph.value?.hasNode(id) ? graph.value.getNodeAttribute(id, 'label') : id
  const choices: [string | null, (id: string | null) => Change, typeof later.onlyWhatSaid][] = [
    [saidBy, onlySaidBy, later.onlyWhatSaid],
    [silent, withoutSpeaker, later.withoutWhatSaid],
  ]
  return (
    <>
      {choices.map(([chosen, choose, text], index) => (
        <button
          type="button"
          key={index}
          class="text-button"
          aria-pressed={chosen === id}
          onClick={() => change(choose(chosen === id ? null : id))}
        >
          {text(<bdi>{label}</bdi>)}
        </button>
      ))}
    </>
  )
}
