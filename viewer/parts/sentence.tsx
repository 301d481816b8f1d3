import { sentenceParts } from '../../src/graph/sentence.ts'
import { useViewer } from '../viewer.ts'
import { texts } from '../words/texts.ts'

interface SentenceProps {
  readonly edge: string
  readonly forward?: boolean
  /** Whose list it stands in: the other end is the news, and a date that is its own is not said again. */
  readonly about?: string
  readonly dated?: boolean
  readonly end?: string
}

/** A relation as a sentence in the direction of the ontology's language; its names keep their own. */
export function Sentence({ edge, forward = true, about, dated = true, end = '' }: SentenceProps) {
  const graph = useViewer().graph.value
  if (!graph?.hasEdge(edge)) return null
  const parts = sentenceParts(graph, edge, forward)
  const whole = parts.map(({ text }) => text).join('')
  const news = about && graph.getNodeAttribute(graph.opposite(about, edge), 'label')
  const known = about && graph.getNodeAttribute(about, 'when')
  const own = graph.getEdgeAttribute(edge, 'when')
  const when = dated && own !== known ? own : undefined
  return (
    <bdi>
      {parts.map(({ text, isName }, index) =>
        isName ? (
          <bdi key={index} class={text === news ? 'news' : undefined}>
            {text}
          </bdi>
        ) : (
          text
        ),
      )}
      {texts.dateAfter(whole, when)}
      {end}
    </bdi>
  )
}
