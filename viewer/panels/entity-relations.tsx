import { formatColour } from '../../src/picture/colour.ts'
import { kindsOf } from '../../src/picture/kinds-of.ts'
import { linePattern } from '../../src/picture/line-pattern.ts'
import { type Neighbour, neighbours } from '../../src/queries/neighbours.ts'
import { kindColour } from '../marks/palette.ts'
import { RelationLink } from '../parts/entity-link.tsx'
import { LineSample } from '../parts/marks.tsx'
import { Sentence } from '../parts/sentence.tsx'
import { isDrawn } from '../state/visible.ts'
import { useViewer } from '../viewer.ts'
import { claimMarks, speakerMarks } from '../words/claims.ts'
import { capital } from '../words/text.ts'
import { texts } from '../words/texts.ts'
import { timeMarks } from '../words/time.ts'

interface EntityRelationsProps {
  readonly id: string
}

/** The relations of an entity as sentences, grouped by what they say. */
export function EntityRelations({ id }: EntityRelationsProps) {
  const { graph: current, palette, visible } = useViewer()
  const graph = current.value
  if (graph === null || palette.value === null) return null
  const all = neighbours(graph, id)
  const hidden = all.filter(({ edge }) => !isDrawn(visible.value, 'edges', edge)).length
  if (all.length === 0) return <p class="quiet block">{texts.noRelations}</p>

  const colours = palette.value
  const kinds = kindsOf(graph)
  const { relations } = graph.getAttribute('ontology')
  const groups = new Map<string, Neighbour[]>()
  for (const neighbour of all) {
    const type = relations[neighbour.relation]
    const label = (neighbour.forward ? type?.label : type?.inverseLabel) ?? neighbour.relation
    groups.set(label, [...(groups.get(label) ?? []), neighbour])
  }
  return (
    <section class="block" aria-label={texts.relationsTitle}>
      <h3>
        {texts.relationsTitle} <span class="quiet count">{texts.number(all.length)}</span>
        {hidden > 0 && <span class="quiet count">{texts.hiddenInPicture(hidden)}</span>}
      </h3>
      {[...groups].map(([label, members]) => (
        <div class="relation-group" key={label}>
          <h4>
            <bdi>{capital(label)}</bdi>
          </h4>
          <ul>
            {members.map((neighbour) => (
              <li key={neighbour.edge}>
                <RelationLink id={neighbour.edge}>
                  <LineSample
                    pattern={linePattern(neighbour)}
                    colour={formatColour(kindColour(colours, kinds, neighbour.kind))}
                  />
                  <RelationText about={id} neighbour={neighbour} />
                </RelationLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

interface RelationTextProps {
  readonly about: string
  readonly neighbour: Neighbour
}

function RelationText({ about, neighbour }: RelationTextProps) {
  const { graph, visible } = useViewer()
  if (graph.value === null) return null
  const marks = [
    ...speakerMarks(graph.value, neighbour),
    ...claimMarks(neighbour),
    ...timeMarks(visible.value, 'edges', neighbour.edge),
  ]
  return (
    <span>
      <Sentence edge={neighbour.edge} forward={neighbour.forward} about={about} />
      <span class="marks">{marks.join(' · ')}</span>
    </span>
  )
}
