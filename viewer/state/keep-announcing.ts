import { computed, effect } from '@preact/signals'
import { sentenceOf } from '../../src/graph/sentence.ts'
import type { Viewer } from '../viewer.ts'
import { claimMarks, datedSentence, entityInWords } from '../words/claims.ts'
import { counted } from '../words/text.ts'
import { activityCounts, momentAsNoun } from '../words/time.ts'
import { shownPath } from './shown-path.ts'

/** Says aloud what the picture shows by light and place. */
export function keepAnnouncing(viewer: Viewer): void {
  const { view, graph, visible, path, support, base, announcement, anchor } = viewer
  const source = computed(() => view.value.source?.id)
  const say = (text: string) => {
    announcement.value = text
  }
  effect(() => {
    document.title = graph.value?.getAttribute('name') ?? document.title
  })
  effect(() => {
    const { selected } = view.value
    const now = graph.peek()
    if (now === null || selected === null) return
    if (selected.kind === 'entity' && now.hasNode(selected.id)) {
      anchor.value = selected.id
      say(entityInWords(now, selected.id))
    }
    if (selected.kind === 'relation' && now.hasEdge(selected.id)) {
      const marks = claimMarks(now.getEdgeAttributes(selected.id))
      say(`${datedSentence(now, selected.id)} (${marks.join(', ')})`)
    }
  })
  effect(() => {
    const { nodes, edges, whole, inTime } = visible.value
    // What has the focus says the time itself.
    if (inTime && document.activeElement?.getAttribute('role') !== 'slider') {
      return say(`${momentAsNoun(inTime.moment)}: ${activityCounts(visible.value)}`)
    }
    if (whole) return
    say(`${counted(nodes.size, 'entity', 'entities')} and ${counted(edges.size, 'relation')} shown`)
  })
  const shown = computed(() => {
    const asked = view.value.path
    return asked?.to ? { asked, path: shownPath(path.value, asked) } : null
  })
  effect(() => {
    const now = graph.peek()
    if (shown.value === null || now === null || path.value === null) return
    const { asked, path: walked } = shown.value
    if (walked === undefined) return say('No path')
    const sentences = walked.hops.map(({ edge, forward }) => sentenceOf(now, edge, forward))
    const total = path.peek()?.paths.length ?? 0
    say(`Path ${asked.shown + 1} of ${total}: ${sentences.join('; ')}`)
  })
  effect(() => {
    const [id, rests] = [source.value, support.value]
    const title = id === undefined ? undefined : graph.peek()?.getAttribute('sources')[id]?.title
    if (title === undefined || rests === null) return
    const all = counted(rests.alone.length + rests.shared.length, 'claim')
    say(`${title}: ${all}, ${rests.alone.length} on it alone`)
  })
  let wasLost = false
  effect(() => {
    const { value } = base.connection
    if (value === 'lost') say('Not connected')
    if (value === 'live' && wasLost) say('Connected again')
    wasLost = value === 'lost'
  })
}
