import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { launchBrowser, openViewer, serveCopy } from '../browser/viewer-page.ts'
import { dossier, startDossier } from '../cli/run-dossier.ts'
import { type Neo4jServer, startNeo4j } from './neo4j-server.ts'
import { viewerJourney } from './viewer-journey.ts'

const password = 'pass/word: ✓'

let neo4j: Neo4jServer
let folder: string
const environment = { DOSSIER_ENGINE_USER: 'neo4j', DOSSIER_ENGINE_PASSWORD: password }
beforeAll(async () => {
  neo4j = await startNeo4j(password)
  folder = mkdtempSync(join(tmpdir(), 'dossier-push-'))
  cpSync('graph-data', join(folder, 'graph-data'), { recursive: true })
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await neo4j?.stop()
})

const ask = (...words: string[]) => dossier(words, folder, environment)

function expectUrl(said: string): string {
  const [url] = /^http:\S+/m.exec(said) ?? []
  if (url === undefined) throw new Error('Nothing is served yet.')
  return url
}

describe('a base on Neo4j, from the shell', () => {
  test('is pushed once, and nothing is written twice', () => {
    const address = neo4j.address
    expect(ask('find', 'imu', '--on', address).stderr).toContain('has no base of Dossier')
    const dry = ask('push', address, '--dry-run')
    expect(dry.stdout).toMatch(/would write: \d+ entities, \d+ relations and \d+ files added\.$/m)
    const pushed = ask('push', address)
    expect(pushed.stdout.replace('Pushed to', 'A push to').replace(': 7', ' would write: 7')).toBe(
      dry.stdout,
    )
    expect(ask('push', address).stdout).toContain('nothing was written')
  })

  test.each([
    [['path', 'makhdum-nusrat', 'al-qaeda']],
    [['path', 'Makhdum Nusrat', 'al Qaeda', '--all', '--max', '3', '--json']],
    [['path', 'makhdum-nusrat', 'al-qaeda', '--top', '5', '--weight', 'confidence']],
    [['path', 'makhdum-nusrat', 'kunduz', '--format', 'csv']],
    [['path', 'imu', 'isaf', '--directed']],
    [['path', 'imu', 'isaf', '--along', 'leads//']],
    [['neighbours', 'imu', '--by', 'time', '--limit', '5']],
    [['find', 'nusrat']],
    [['show', 'imu']],
    [['show', 'makhdum-nusrat--leads--imu', '--json']],
    [['common', 'makhdum-nusrat', 'imu']],
    [['timeline', 'imu']],
    [['stats']],
    [['stats', '--kind', 'affiliation', '--json']],
    [['between']],
    [['groups', '--json']],
  ])('%j is answered as from the files', (words) => {
    const { stdout, stderr, code } = ask(...words)
    expect(stdout + stderr).not.toBe('')
    expect(ask(...words, '--on', neo4j.address)).toEqual({ stdout, stderr, code })
  })

  test('is looked at in the viewer part by part: found, expanded, proved, connected', async () => {
    const words = ['serve', '--on', neo4j.address, '--port', '0']
    const { told: said } = startDossier(words, folder, environment)
    const url = await vi.waitFor(() => expectUrl(said.stdout), 60_000)
    const browser = await launchBrowser()
    onTestFinished(() => browser.close())
    const { page, complaints } = await openViewer(browser, url)
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const reader = viewerJourney(page, url)
    await reader.open()
    await reader.groups()
    expect((await reader.find('Makhdum Nusrat')).names[0]).toBe('Makhdum Nusrat')
    expect(await reader.take()).toBe('makhdum-nusrat')
    const { relations } = await reader.expand('imu')
    const [relation = ''] = relations
    const { place, sources } = await reader.evidence(relation)
    expect(place).toMatch(/\.yaml:\d+$/)
    expect(sources).not.toEqual([])
    const [from, to] = ['ilhom', 'al-qaeda']
    const told = (await reader.path(from, to)).map(({ text }) => text)
    const files = await serveCopy(join(folder, 'graph-data'))
    const whole = await openViewer(browser, `${files.url}#from=${from}&to=${to}&right=path`)
    const path = whole.page.getByRole('region', { name: 'Path' })
    await path.getByText(/^Path 1 of/).waitFor()
    expect(told).toEqual(await path.locator('.hops > li').allTextContents())
    expect(told.length).toBeGreaterThan(1)
    expect(asked).not.toContain('/graph.json')
    expect(complaints).toEqual([])
  })

  test('follows the files: what has changed is written, and what is gone is removed', () => {
    const file = join(folder, 'graph-data/people/makhdum-nusrat.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('Makhdum Nusrat', 'Makhdum N.'))
    expect(ask('push', neo4j.address).stdout).toMatch(/: 1 entity and 1 file changed\.$/m)
    expect(ask('find', 'makhdum', '--on', neo4j.address).stdout).toContain('Makhdum N.')
  })

  test('broken data are not pushed', () => {
    const file = join(folder, 'graph-data/people/makhdum-nusrat.yaml')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace('leads: imu', 'leads: imuu'))
    const { stdout, stderr, code } = ask('push', neo4j.address)
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 })
    expect(stderr).toContain('Nothing was written: the data has an error')
    writeFileSync(file, text)
  })

  test('comes back as it was pushed', () => {
    expect(ask('pull', neo4j.address, '-o', 'back').stdout).toContain('Pulled "')
    const [sent, back] = [join(folder, 'graph-data'), join(folder, 'back/graph-data')]
    const files = (root: string) =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name).slice(root.length))
        // What earlier commands have kept beside the data is not pushed.
        .filter((path) => !path.startsWith('/.dossier/'))
        .sort()
    expect(files(back)).toEqual(files(sent))
    for (const file of files(sent)) {
      expect(readFileSync(join(back, file), 'utf8')).toBe(readFileSync(join(sent, file), 'utf8'))
    }
    expect(ask('pull', neo4j.address, '-o', 'back').stderr).toContain('has files already')
  })

  test('the password is told to nobody', () => {
    const secret = 'swordfish'
    const address = neo4j.address.replace('//', `//neo4j:${secret}@`)
    const { stdout, stderr } = ask('push', address)
    expect(stderr).toContain('does not accept the user "neo4j" with this password')
    expect(stdout + stderr).not.toContain(secret)
  })
})
