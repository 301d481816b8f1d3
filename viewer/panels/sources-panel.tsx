import { useEffect, useRef } from 'preact/hooks'
import { useViewer } from '../viewer.ts'
import { SourceDetails } from './source-details.tsx'
import { SourceList } from './source-list.tsx'

/** What the graph is made of, and what becomes of it when a source falls. */
export function SourcesPanel() {
  const { view, graph } = useViewer()
  const id = view.value.source?.id
  const source = id === undefined ? undefined : graph.value?.getAttribute('sources')[id]
  useFocusOnTurn(id)
  return id !== undefined && source ? <SourceDetails key={id} source={source} /> : <SourceList />
}

/** What was pressed is gone with the page of the panel on which it stood; the keyboard goes on at the new heading. */
function useFocusOnTurn(id: string | undefined): void {
  const before = useRef(id)
  useEffect(() => {
    const isTurned = before.current !== id
    before.current = id
    if (!isTurned || document.activeElement !== document.body) return
    document.querySelector<HTMLElement>('#panel-sources h2')?.focus()
  }, [id])
}
