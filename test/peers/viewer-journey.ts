import type { Page } from 'playwright-core'

/** The steps of a reader in the viewer of a base on a server. Each ends when its answer stands on the page, and gives it. */
export interface ViewerJourney {
  /** Opens the page: who stands out is listed and drawn. */
  readonly open: () => Promise<void>
  /** Waits for the groups that the opened page looks for. */
  readonly groups: () => Promise<void>
  /** Types into the search box. */
  readonly find: (text: string) => Promise<FoundList>
  /** Goes to the first of the answers: its id. */
  readonly take: () => Promise<string>
  /** Shows an entity alone, and brings its neighbours. */
  readonly expand: (id: string) => Promise<Surroundings>
  /** Reads why a relation stands there. */
  readonly evidence: (relation: string) => Promise<ReadEvidence>
  readonly path: (from: string, to: string) => Promise<readonly ReadHop[]>
}

interface FoundList {
  readonly names: readonly string[]
  /** What stands under the names. */
  readonly remark: string
}

interface Surroundings {
  readonly neighbours: readonly string[]
  /** Keys of the relations that are here. */
  readonly relations: readonly string[]
  /** How many of its relations are here, and how many there are. */
  readonly told: string
}

interface ReadEvidence {
  /** `FILE:LINE`. */
  readonly place: string
  readonly sources: readonly { readonly title: string; readonly where: string }[]
}

interface ReadHop {
  /** The key of its relation. */
  readonly edge: string
  readonly from: string
  readonly to: string
  readonly text: string
}

export function viewerJourney(page: Page, url: string): ViewerJourney {
  const region = (name: string) => page.getByRole('region', { name })
  const evidence = region('Evidence')
  const surroundings = evidence.getByText(/^(All of its relations are|[\d,]+ of its [\d,]+ relat)/)
  return {
    open: async () => {
      await page.goto(url)
      await region('Best connected').waitFor()
      await page.waitForFunction(() => window.dossierViewer.picture.value)
    },
    groups: () => region('Largest groups').waitFor(),
    find: async (text) => {
      await page.locator('#picture').focus()
      await page.keyboard.press('/')
      await page.keyboard.type(text)
      await page.locator('#search-results').getByRole('option').first().waitFor()
      return {
        names: await page.locator('#search-results .result-name').allTextContents(),
        remark: (await page.locator('.search .results > p').allTextContents()).join(' '),
      }
    },
    take: async () => {
      await page.keyboard.press('Enter')
      await surroundings.waitFor()
      const selected = await page.evaluate(() => window.dossierViewer.view.value.selected)
      return selected?.id ?? ''
    },
    expand: async (id) => {
      await page.goto(`${url}#entity=${id}&only=${id}`)
      await page.waitForFunction(() => window.dossierViewer.graph.value?.order === 1)
      await page.getByRole('button', { name: 'Bring its neighbours' }).click()
      await page.waitForFunction(() => (window.dossierViewer.graph.value?.order ?? 0) > 1)
      const told = (await surroundings.textContent()) ?? ''
      return { ...(await page.evaluate(around, id)), told }
    },
    evidence: async (relation) => {
      await page.goto(`${url}#relation=${relation}`)
      const read = await page.waitForFunction(evidenceOf, relation)
      return (await read.jsonValue()) as ReadEvidence
    },
    path: async (from, to) => {
      await page.goto(`${url}#from=${from}&to=${to}&right=path`)
      const path = region('Path')
      await path.getByText(/^Path 1 of/).waitFor()
      const texts = await path.locator('.hops > li').allTextContents()
      const hops = await page.evaluate(() =>
        window.dossierViewer.path.value?.paths[0]?.hops.map(({ edge, from, to }) => ({
          ...{ edge, from, to },
        })),
      )
      return (hops ?? []).map((hop, at) => ({ ...hop, text: texts[at] ?? '' }))
    },
  }
}

function around(id: string): Omit<Surroundings, 'told'> {
  const graph = window.dossierViewer.graph.value
  return { neighbours: graph?.neighbors(id) ?? [], relations: graph?.edges(id) ?? [] }
}

/** All of it at one moment: a view that names who is not here comes twice. */
function evidenceOf(relation: string): ReadEvidence | undefined {
  const panel = document.querySelector('#panel-evidence:has(h2.sentence)')
  const { base, view } = window.dossierViewer
  const place = panel?.querySelector('.place-in-files .selectable')?.textContent
  const citations = [...(panel?.querySelectorAll('.citation') ?? [])]
  if (view.value.selected?.id !== relation || base.beyond.value?.busy.value) return undefined
  if (!place || citations.length === 0) return undefined
  const sources = citations.map((citation) => ({
    title: citation.querySelector('.source-title')?.textContent ?? '',
    where: citation.querySelector('.place')?.textContent ?? '',
  }))
  return { place, sources }
}
