import type { PathAnswerView } from '../state/answer-path.ts'
import { setPathAnywhere, showEverything } from '../state/changes.ts'
import { useViewer } from '../viewer.ts'
import { backdropLabels } from '../words/backdrops.ts'
import { either } from '../words/text.ts'

/** That there is no path, why, and what would find one. */
export function NoPath({ because }: Pick<PathAnswerView, 'because'>) {
  const { change, graph, view } = useViewer()
  const showAll = (
    <button type="button" class="button" onClick={() => change(showEverything)}>
      Show everything
    </button>
  )
  switch (because) {
    case 'hidden-end':
      return (
        <p class="inline-notice">
          No path: one of the two is {view.value.time ? 'of another time or ' : ''}hidden in the
          picture. {showAll}
        </p>
      )
    case 'filters':
      return (
        <p class="inline-notice">
          No path among the claims that the picture shows. The hidden ones hold one. {showAll}
        </p>
      )
    case 'backdrops':
      return (
        <p class="inline-notice">
          No path but by way of a {graph.value && either(backdropLabels(graph.value))}, and two that
          only share one need not know each other.{' '}
          <button type="button" class="button" onClick={() => change(setPathAnywhere(true))}>
            Go that way
          </button>
        </p>
      )
    default:
      return (
        <p class="inline-notice">
          No path: no chain of claims in this base ties the two. That the base does not say it does
          not make it untrue.
        </p>
      )
  }
}
