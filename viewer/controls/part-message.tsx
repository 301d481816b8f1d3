import { startOver } from '../state/part-here.ts'
import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'

/** How much of the graph is here: nothing is cut in silence. */
export function PartMessage() {
  const { base, graph, view, change } = useViewer()
  const overview = base.beyond.value?.overview.value
  if (!overview || graph.value === null) return null
  const isFirst = view.value.only.length === 0
  return (
    <p class="message is-part">
      <span>
        {later.partShowing(graph.value.order, overview.attributes.counts.entities)}{' '}
        {isFirst && (
          <>
            {later.partIsFirst}
            <kbd>/</kbd>
          </>
        )}
      </span>
      {!isFirst && (
        <button type="button" class="button" onClick={() => change(startOver)}>
          {later.partStartOver}
        </button>
      )}
    </p>
  )
}
