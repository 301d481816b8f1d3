import type { Viewer } from '../../viewer/viewer.ts'

declare global {
  interface Window {
    /** What the built viewer leaves for these tests. */
    dossierViewer: Viewer
    /** What a test keeps to compare with. */
    graphBefore?: unknown
  }
}
