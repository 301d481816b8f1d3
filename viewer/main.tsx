import { render } from 'preact'
import { App } from './app.tsx'
import { listenForKeys } from './controls/keys.ts'
import { openBase } from './data/open-base.ts'
import { keepAddress } from './state/keep-address.ts'
import { keepKnown } from './state/keep-known.ts'
import { keepPart } from './state/keep-part.ts'
import { keepTheme } from './state/keep-theme.ts'
import { onDemand } from './state/on-demand.ts'
import { parseHash } from './state/parse-hash.ts'
import { characterKeys } from './state/preferences.ts'
import { createViewStore } from './state/view-store.ts'
import { createViewer, ViewerContext } from './viewer.ts'
import { texts } from './words/texts.ts'
import './styles/page.css'

document.documentElement.lang = texts.language
const embedded = new URLSearchParams(location.search).has('embed')
const viewer = createViewer(openBase(), createViewStore(parseHash(location.hash)), embedded)
keepTheme(viewer)
keepKnown(viewer)
keepPart(viewer)
keepAddress(viewer)
listenForKeys(viewer, () => characterKeys.value)
if (embedded) void import('./controls/spare-wheel.ts').then(({ spareWheel }) => spareWheel())

const page = document.getElementById('viewer')
if (page === null) throw new Error('index.html has lost its #viewer.')
render(
  <ViewerContext.Provider value={viewer}>
    <App />
  </ViewerContext.Provider>,
  page,
)

onDemand(async () => (await import('./afterwards.ts')).afterwards(viewer), viewer.tellOfLoss).need()

declare global {
  interface Window {
    /** For browser tests, which need the places of nodes and the pixels of the picture. */
    dossierViewer: typeof viewer
  }
}
window.dossierViewer = viewer
