import type { ComponentChildren } from 'preact'
import { type Change, selectEntity, selectRelation } from '../state/changes.ts'
import { formatHash } from '../state/format-hash.ts'
import { useViewer } from '../viewer.ts'

interface ChangeLinkProps {
  readonly change: Change
  readonly children: ComponentChildren
  readonly class?: string
  /** What to bring into the picture. */
  readonly reveal?: readonly string[]
  /** Goes near to it, although it may be in the picture already. */
  readonly near?: boolean
  readonly current?: boolean
}

/** A step of the view as a link: it can be followed here, opened in another tab, or copied. */
export function ChangeLink({ change, children, reveal, near, current, ...rest }: ChangeLinkProps) {
  const viewer = useViewer()
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    viewer.change(change)
    if (reveal) viewer.picture.value?.reveal(reveal, near)
  }
  return (
    <a
      href={formatHash(change(viewer.view.value)) || '#'}
      onClick={follow}
      class={rest.class ?? 'link'}
      aria-current={current ? 'true' : undefined}
    >
      {children}
    </a>
  )
}

interface IdProps {
  readonly id: string
  readonly children?: ComponentChildren
}

export function EntityLink({ id, children }: IdProps) {
  const graph = useViewer().graph.value
  if (!graph?.hasNode(id)) return <bdi>{id}</bdi>
  return (
    <ChangeLink change={selectEntity(id)} reveal={[id]}>
      {children ?? <bdi>{graph.getNodeAttribute(id, 'label')}</bdi>}
    </ChangeLink>
  )
}

export function RelationLink({ id, children }: IdProps) {
  const { graph, view } = useViewer()
  return (
    <ChangeLink
      change={selectRelation(id)}
      reveal={graph.value?.hasEdge(id) ? graph.value.extremities(id) : []}
      class="relation-link"
      current={view.value.selected?.id === id}
    >
      {children}
    </ChangeLink>
  )
}
