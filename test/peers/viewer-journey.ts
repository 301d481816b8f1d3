import type { Page } from 'playwright-core'

/** What a reader did in the viewer, and how long each step took until its answer stood there, in milliseconds. */
export type Journey = Readonly<Record<Step, number>>
type Step = 'find' | 'expand' | 'evidence' | 'path'

export interface Way {
  /** Written into the search box; the first answer is taken. */
  readonly sought: string
  /** The ids of two entities between which there is a path. */
  readonly from: string
  readonly to: string
}

/** Finds an entity in an opened viewer, brings its neighbours, reads the evidence of a relation, and asks for a path. */
export async function walk(page: Page, url: string, { sought, from, to }: Way): Promise<Journey> {
  const steps = new Map<Step, number>()
  const take = async (step: Step, act: () => Promise<void>) => {
    const begun = performance.now()
    await act()
    steps.set(step, performance.now() - begun)
  }
  const evidence = page.getByRole('region', { name: 'Evidence' })
  await take('find', async () => {
    await page.locator('#picture').focus()
    await page.keyboard.press('/')
    await page.keyboard.type(sought)
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await evidence.getByText(/^(All of its relations are|\d+ of its \d+ relations lead)/).waitFor()
  })
  await take('expand', async () => {
    const [neighbour = ''] = await page.evaluate(() => {
      const { graph, view } = window.dossierViewer
      const { selected } = view.value
      return selected?.kind === 'entity' ? (graph.value?.neighbors(selected.id) ?? []) : []
    })
    await page.goto(`${url}#entity=${neighbour}&only=${neighbour}`)
    await page.getByRole('button', { name: 'Bring its neighbours' }).click()
    await page.waitForFunction(() => (window.dossierViewer.graph.value?.order ?? 0) > 1)
  })
  await take('evidence', async () => {
    const key = await page.evaluate(() => window.dossierViewer.graph.value?.edges()[0])
    await page.goto(`${url}#relation=${key}`)
    await evidence
      .getByText(/\.yaml/)
      .first()
      .waitFor()
  })
  await take('path', async () => {
    await page.goto(`${url}#from=${from}&to=${to}&right=path`)
    await page
      .getByRole('region', { name: 'Path' })
      .getByText(/^Path 1 of/)
      .waitFor()
  })
  return Object.fromEntries(steps) as Journey
}
