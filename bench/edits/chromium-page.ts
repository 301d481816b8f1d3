import { chromium } from 'playwright-core'
import { chromiumPath } from './chromium-path.ts'

export interface OpenPage {
  /** When the page's graph is next another one, by the clock of this process. */
  readonly nextState: () => Promise<number>
  /** Resolves once it has drawn: without a graphics card that takes longer than all else. */
  readonly rest: () => Promise<void>
  readonly close: () => Promise<void>
}

/** What the viewer and this script leave in the page. */
interface ViewerWindow {
  readonly dossierViewer: {
    readonly picture: { readonly value: unknown }
    readonly base: { readonly shown: { readonly subscribe: (told: () => void) => void } }
  }
  readonly requestIdleCallback: (idle: () => void) => void
  readonly tellState: (at: number) => void
}

/** The viewer in Chromium, which draws without a graphics card. */
export async function openInChromium(url: string): Promise<OpenPage> {
  const executablePath = chromiumPath()
  if (executablePath === undefined) throw new Error('There is no Chromium: CHROMIUM can name one.')
  const swiftshader = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', ...swiftshader] })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  let tell = (_at: number) => {}
  await page.exposeFunction('tellState', (at: number) => tell(at - performance.timeOrigin))
  await page.goto(url)
  await page.waitForFunction(
    () => (globalThis as unknown as ViewerWindow).dossierViewer?.picture.value,
    undefined,
    { timeout: 120_000 },
  )
  await page.evaluate(() => {
    const { dossierViewer, tellState } = globalThis as unknown as ViewerWindow
    dossierViewer.base.shown.subscribe(() => tellState(performance.timeOrigin + performance.now()))
  })
  return {
    nextState: () =>
      new Promise((resolve) => {
        tell = resolve
      }),
    rest: () =>
      page.evaluate(() => {
        const { requestIdleCallback } = globalThis as unknown as ViewerWindow
        return new Promise<void>((resolve) => requestIdleCallback(() => resolve()))
      }),
    close: () => browser.close(),
  }
}
