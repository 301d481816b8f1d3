import { useMemo, useState } from 'preact/hooks'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { formatColour } from '../../src/picture/colour.ts'
import { kindsOf } from '../../src/picture/kinds-of.ts'
import { compareText } from '../../src/text/compare-text.ts'
import { kindColour } from '../marks/palette.ts'
import { CheckRow } from '../parts/check-row.tsx'
import { LineSample } from '../parts/marks.tsx'
import { onlyRelations, setRelationsHidden } from '../state/changes.ts'
import { heldIn } from '../state/held.ts'
import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'
import { capital, spaced } from '../words/text.ts'
import { texts } from '../words/texts.ts'

/** The kinds of relations, whose colours the lines have, and below each its relation types. */
export function RelationFilter() {
  const { base, view, visible, change } = useViewer()
  const shown = base.shown.value
  const groups = useMemo(
    () => (shown ? relationGroups(shown.graph, heldIn(visible.value, 'edges')) : []),
    [shown, visible.value.inTime],
  )
  const [open, setOpen] = useState<string | null>(null)
  const all = groups.flatMap(({ relations }) => relations.map(({ id }) => id))
  return (
    <fieldset class="filter-group">
      <legend>
        {texts.relationsTitle}
        <button
          type="button"
          class="all-button"
          disabled={view.value.hiddenRelations.length === 0}
          onClick={() => change(setRelationsHidden(all, false))}
        >
          {later.allOfThem}
        </button>
      </legend>
      {groups.map((group) => (
        <KindRows
          key={group.kind}
          group={group}
          all={all}
          open={open === group.kind}
          onOpen={(isOpen) => setOpen(isOpen ? group.kind : null)}
        />
      ))}
    </fieldset>
  )
}

interface KindRowsProps {
  readonly group: RelationGroup
  readonly all: readonly string[]
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

function KindRows({ group: { kind, relations }, all, open, onOpen }: KindRowsProps) {
  const { graph, view, change, palette } = useViewer()
  if (graph.value === null || palette.value === null) return null
  const hidden = new Set(view.value.hiddenRelations)
  const colour = formatColour(kindColour(palette.value, kindsOf(graph.value), kind))
  const switches = (ids: readonly string[]) => ({
    on: ids.filter((id) => !hidden.has(id)).length,
    of: ids.length,
    onChange: (on: boolean) => change(setRelationsHidden(ids, !on)),
    onOnly: () => change(onlyRelations(ids, all)),
    onOpen,
  })
  return (
    <>
      <CheckRow
        label={spaced(kind)}
        count={relations.reduce((sum, { count }) => sum + count, 0)}
        depth={0}
        mark={<LineSample pattern="solid" colour={colour} />}
        open={open}
        {...switches(relations.map(({ id }) => id))}
      />
      {open &&
        relations.map(({ id, label, count }) => (
          <CheckRow
            key={id}
            label={capital(label)}
            count={count}
            depth={1}
            mark={null}
            {...switches([id])}
          />
        ))}
    </>
  )
}

interface RelationGroup {
  readonly kind: string
  readonly relations: readonly {
    readonly id: string
    readonly label: string
    readonly count: number
  }[]
}

/** The relation types in use by kind, both by name. */
function relationGroups(graph: KnowledgeGraph, counts: (edge: string) => boolean): RelationGroup[] {
  const { relations } = graph.getAttribute('ontology')
  const own = new Map<string, number>()
  graph.forEachEdge((id, { relation }) =>
    own.set(relation, (own.get(relation) ?? 0) + (counts(id) ? 1 : 0)),
  )
  return kindsOf(graph)
    .map((kind) => ({
      kind,
      relations: [...own]
        .filter(([id]) => relations[id]?.kind === kind)
        .map(([id, count]) => ({ id, count, label: relations[id]?.label ?? id }))
        .sort((a, b) => compareText(a.label, b.label)),
    }))
    .filter((group) => group.relations.length > 0)
}
