import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The first one has no windows, and takes half of the processor that the others take for the same page. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
]
const places = [
  ...(process.env.PATH ?? '').split(delimiter),
  '/usr/bin',
  '/snap/bin',
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
]

/**
 * The Chromium to test with: the one that CHROMIUM names, one that is installed, or Debian's, installed now where that
 * is possible. Throws with what to install, because a browser test that is skipped proves nothing.
 */
export function findChromium(): string {
  const named = process.env.CHROMIUM
  if (named)
    return isProgram(named) ? named : fail(`CHROMIUM names "${named}", which cannot be run.`)
  return installed() ?? installFromDebian() ?? fail('There is no Chromium on this machine.')
}

function installed(): string | undefined {
  const candidates = places.flatMap((place) =>
    [...names, 'Google Chrome', 'Chromium'].map((name) => join(place, name)),
  )
  return candidates.find(isProgram)
}

function installFromDebian(): string | undefined {
  const canInstall = process.getuid?.() === 0 && isProgram('/usr/bin/apt-get')
  if (!canInstall) return undefined
  process.stderr.write(
    'Installing Chromium from the Debian packages, because the tests of the viewer need it …\n',
  )
  const quietly = {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  } as const
  execFileSync('apt-get', ['update', '-qq'], quietly)
  const install = ['install', '-y', '-qq', '--no-install-recommends', 'fonts-dejavu-core']
  try {
    execFileSync('apt-get', [...install, 'chromium-headless-shell'], quietly)
  } catch {
    execFileSync('apt-get', [...install, 'chromium'], quietly)
  }
  return installed()
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function fail(reason: string): never {
  throw new Error(
    `${reason} The tests of the viewer need it: install it ("apt-get install chromium", or Chrome from its site) or set CHROMIUM to its path.`,
  )
}
