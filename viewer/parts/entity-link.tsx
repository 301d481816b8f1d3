import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { type Change, selectEntity, selectRelation } from '../state/changes.ts'
import { formatHash } from '../state/format-hash.ts'
import type { Selection } from '../state/view-state.ts'
import { useViewer } from '../viewer.ts'

interface ChangeLinkProps {
  readonly change: Change
  readonly children: ComponentChildren
  readonly class?: string
  /** What to bring into the picture. */
  readonly reveal?: readonly string[]
  /** Goes near to it, although it may be in the picture already. */
  readonly near?: boolean
  /** What shines in the picture while the pointer or the keyboard is on the link. */
  readonly about?: Selection
  readonly current?: boolean
}

/** A step of the view as a link: it can be followed here, opened in another tab, or copied. */
export function ChangeLink(props: ChangeLinkProps) {
  const { change, children, reveal, near, about, current, ...rest } = props
  const viewer = useViewer()
  const lit = useRef<Selection | null>(null)
  const light = (selection: Selection | null) => {
    lit.current = selection
    viewer.picture.peek()?.point(selection)
  }
  const point = () => about && light(about)
  const leave = () => lit.current && light(null)
  // Of a link that goes away under it no pointer is said to leave.
  useEffect(() => () => void leave(), [])
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
      onMouseEnter={point}
      onMouseLeave={leave}
      onFocus={point}
      onBlur={leave}
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
    <ChangeLink change={selectEntity(id)} reveal={[id]} about={{ kind: 'entity', id }}>
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
      about={{ kind: 'relation', id }}
      class="relation-link"
      current={view.value.selected?.id === id}
    >
      {children}
    </ChangeLink>
  )
}
