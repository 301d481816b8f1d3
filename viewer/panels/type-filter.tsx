import { useMemo, useState } from 'preact/hooks'
import { CheckRow } from '../parts/check-row.tsx'
import { TypeMark } from '../parts/type-mark.tsx'
import { onlyTypes, setTypesHidden } from '../state/changes.ts'
import { heldIn } from '../state/held.ts'
import { inOpenBranches, type TypeBranch, typeTree, unlikeTypes } from '../state/type-tree.ts'
import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'
import { texts } from '../words/texts.ts'

/** Entity types in the order of their inheritance; a parent switches all below it. */
export function TypeFilter() {
  const { base, view, visible, change } = useViewer()
  const shown = base.shown.value
  const tree = useMemo(
    () => (shown ? typeTree(shown.graph, heldIn(visible.value, 'nodes')) : []),
    [shown, visible.value.inTime],
  )
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const isOpen = ({ id, depth }: { id: string; depth: number }) => (depth === 0) !== toggled.has(id)
  const all = [...new Set(tree.flatMap(({ types }) => types))]
  const hidden = new Set(view.value.hiddenTypes)
  return (
    <fieldset class="filter-group">
      <legend>
        {texts.entitiesTitle}
        <button
          type="button"
          class="all-button"
          disabled={hidden.size === 0}
          onClick={() => change(setTypesHidden(all, false))}
        >
          {later.allOfThem}
        </button>
      </legend>
      {inOpenBranches(tree, isOpen).map((branch) => (
        <CheckRow
          key={branch.id}
          label={branch.label}
          count={branch.count}
          depth={branch.depth}
          on={branch.types.filter((type) => !hidden.has(type)).length}
          of={branch.types.length}
          mark={<BranchMark branch={branch} isOpen={branch.leaf || isOpen(branch)} />}
          open={branch.leaf ? undefined : isOpen(branch)}
          onChange={(on) => change(setTypesHidden(branch.types, !on))}
          onOnly={() => change(onlyTypes(branch.types, all))}
          onOpen={() =>
            setToggled((before) => {
              const after = new Set(before)
              if (!after.delete(branch.id)) after.add(branch.id)
              return after
            })
          }
        />
      ))}
    </fieldset>
  )
}

/** So many marks a closed branch shows at most. */
const mostMarks = 3

interface BranchMarkProps {
  readonly branch: TypeBranch
  readonly isOpen: boolean
}

/** The mark of a type; a closed branch shows those of the types below it, which stand in the picture and in no other row. */
function BranchMark({ branch, isOpen }: BranchMarkProps) {
  const graph = useViewer().graph.value
  if (graph === null) return null
  const types = isOpen ? [branch.id] : unlikeTypes(graph, branch.types).slice(0, mostMarks)
  return (
    <span class="branch-mark">
      {types.map((type) => (
        <TypeMark key={type} type={type} />
      ))}
    </span>
  )
}
