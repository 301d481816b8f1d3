import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'
import { findEntity } from './commands.ts'
import { backToFirst } from './part-commands.ts'

/** How much of the graph is here: nothing is cut in silence. */
export function PartMessage() {
  const viewer = useViewer()
  const { base, graph, view } = viewer
  const beyond = base.beyond.value
  const overview = beyond?.overview.value
  if (!overview || graph.value === null) return null
  const isFirst = view.value.only.length === 0
  return (
    <p id="part-message" class="message is-part">
      <span>
        {later.partShowing(graph.value.order, overview.attributes.counts.entities)}{' '}
        {isFirst && <span class="part-first">{later.partIsFirst}</span>}
      </span>
      {isFirst ? (
        <button type="button" class="button" onClick={findEntity}>
          {later.partFind}
        </button>
      ) : (
        <button type="button" class="button" onClick={() => void backToFirst(viewer, beyond)}>
          {later.partStartOver}
        </button>
      )}
    </p>
  )
}
