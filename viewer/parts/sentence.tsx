import { sentenceParts } from '../../src/graph/sentence.ts'
import { useViewer } from '../viewer.ts'
import { texts } from '../words/texts.ts'

interface SentenceProps {
  readonly edge: string
  readonly forward?: boolean
  readonly dated?: boolean
  readonly end?: string
}

/** A relation as a sentence in the direction of the ontology's language; its names keep their own. */
export function Sentence({ edge, forward = true, dated = true, end = '' }: SentenceProps) {
  const graph = useViewer().graph.value
  if (!graph?.hasEdge(edge)) return null
  const parts = sentenceParts(graph, edge, forward)
  const whole = parts.map(({ text }) => text).join('')
  const when = dated ? graph.getEdgeAttribute(edge, 'when') : undefined
  return (
    <bdi>
      {parts.map(({ text, isName }, index) => (isName ? <bdi key={index}>{text}</bdi> : text))}
      {texts.dateAfter(whole, when)}
      {end}
    </bdi>
  )
}
