import type { Viewer } from '../../viewer/viewer.ts'

declare global {
  interface Window {
    /** What the built viewer leaves for these tests. */
    dossierViewer: Viewer
    /** What a test keeps to compare with. */
    graphBefore?: unknown
    /** How often the look of an edge was asked for. */
    drawnAnew: number
  }
}
