import { shapeOf } from '../../src/picture/shape-of.ts'
import { typeColour } from '../marks/palette.ts'
import { useViewer } from '../viewer.ts'
import { Swatch } from './marks.tsx'

interface TypeMarkProps {
  readonly type: string
  readonly unnamed?: boolean | undefined
}

/** The mark of an entity type in the colours of the theme. */
export function TypeMark({ type, unnamed = false }: TypeMarkProps) {
  const { graph, palette } = useViewer()
  const known = graph.value?.getAttribute('ontology').entities[type]
  if (palette.value === null) return null
  return (
    <Swatch
      shape={shapeOf(known)}
      colour={typeColour(palette.value, known?.colour)}
      hollow={unnamed}
    />
  )
}
