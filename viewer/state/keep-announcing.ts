import { computed, effect } from '@preact/signals'
import { sentenceOf } from '../../src/graph/sentence.ts'
import type { Viewer } from '../viewer.ts'
import { claimMarks, datedSentence, entityInWords } from '../words/claims.ts'
import { texts } from '../words/texts.ts'
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
  const selection = computed(() => view.value.selected)
  effect(() => {
    const { value: selected } = selection
    const now = graph.peek()
    if (now === null || selected === null) return
    if (selected.kind === 'entity' && now.hasNode(selected.id)) {
      anchor.value = selected.id
      say(entityInWords(now, selected.id, base.beyond.peek()))
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
    // A focus was asked for, also where it leaves nothing out.
    if (whole && view.peek().focus === null) return
    say(texts.shown(texts.entitiesAndRelations(nodes.size, edges.size)))
  })
  const shown = computed(() => {
    const asked = view.value.path
    return asked?.to ? { asked, path: shownPath(path.value, asked) } : null
  })
  effect(() => {
    const now = graph.peek()
    if (shown.value === null || now === null || path.value === null) return
    const { asked, path: walked } = shown.value
    if (walked === undefined) return say(texts.noPath)
    const sentences = walked.hops.map(({ edge, forward }) => sentenceOf(now, edge, forward))
    const total = path.peek()?.paths.length ?? 0
    say(texts.pathSaid(asked.shown + 1, total, sentences))
  })
  effect(() => {
    const [id, rests] = [source.value, support.value]
    const title = id === undefined ? undefined : graph.peek()?.getAttribute('sources')[id]?.title
    if (title === undefined || rests === null) return
    const { alone, shared } = rests
    say(texts.sourceSaid(title, alone.length + shared.length, alone.length))
  })
  let wasLost = false
  effect(() => {
    const { value } = base.connection
    if (value === 'lost') say(texts.lost)
    if (value === 'live' && wasLost) say(texts.connectedAgain)
    wasLost = value === 'lost'
  })
}
