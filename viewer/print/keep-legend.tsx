import { effect } from '@preact/signals'
import { type ComponentType, render } from 'preact'
import { onDemand } from '../state/on-demand.ts'
import { type Viewer, ViewerContext } from '../viewer.ts'

/**
 * Paper has the legend, whatever panels are open. It is made in the moment of printing, which waits for nothing: so its
 * code is there before.
 */
export function keepLegend(viewer: Viewer): void {
  const legend = onDemand(
    async () => (await import('../panels/filters-panel.tsx')).FiltersPanel,
    viewer.tellOfLoss,
  )
  effect(() => {
    if (viewer.graph.value !== null) legend.need()
  })
  const print = (isPrinting: boolean) => {
    const room = document.getElementById('legend')
    const Legend = legend.module.peek()
    if (room === null || Legend === null) return
    const isMissing = document.getElementById('panel-filters') === null
    render(isPrinting && isMissing ? <Sheet viewer={viewer} body={Legend} /> : null, room)
  }
  // Whoever asks only how paper would look tells the first, whoever prints the others, too.
  matchMedia('print').addEventListener('change', ({ matches }) => print(matches))
  addEventListener('beforeprint', () => print(true))
  addEventListener('afterprint', () => print(false))
}

interface SheetProps {
  readonly viewer: Viewer
  readonly body: ComponentType
}

function Sheet({ viewer, body: Body }: SheetProps) {
  return (
    <ViewerContext.Provider value={viewer}>
      <Body />
    </ViewerContext.Provider>
  )
}
