import type { Browser, BrowserContextOptions } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { atRest } from './viewer-page.ts'

/** What axe finds wrong with a page that shows a graph, once it is at rest. */
export async function axeFaults(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<string[]> {
  // Only the checker itself, which is put into the page, needs the policy out of its way.
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce', ...options })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(url)
  await page.waitForFunction(() => window.dossierViewer?.picture.value)
  await atRest(page)
  await page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' })
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  })
}
