import type { PathAnswerView } from '../state/answer-path.ts'
import { setPathAnywhere, showEverything } from '../state/changes.ts'
import { useViewer } from '../viewer.ts'
import { backdropLabels } from '../words/backdrops.ts'
import { later } from '../words/later-texts.ts'
import { texts } from '../words/texts.ts'

/** That there is no path, why, and what would find one. */
export function NoPath({ because }: Pick<PathAnswerView, 'because'>) {
  const { change, graph, view } = useViewer()
  const showAll = (
    <button type="button" class="button" onClick={() => change(showEverything)}>
      {texts.showEverything}
    </button>
  )
  switch (because) {
    case 'hidden-end':
      return (
        <p class="inline-notice">
          {view.value.time ? later.endHiddenOrElsewhere : later.endHidden} {showAll}
        </p>
      )
    case 'filters':
      return (
        <p class="inline-notice">
          {later.pathHidden} {showAll}
        </p>
      )
    case 'backdrops':
      return (
        <p class="inline-notice">
          {later.pathByBackdrop(
            <bdi>{graph.value && later.either(backdropLabels(graph.value))}</bdi>,
          )}{' '}
          <button type="button" class="button" onClick={() => change(setPathAnywhere(true))}>
            {later.goThatWay}
          </button>
        </p>
      )
    default:
      return <p class="inline-notice">{later.noChain}</p>
  }
}
