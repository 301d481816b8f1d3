import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Package {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
  readonly dependencies?: Record<string, string>
  readonly devDependencies?: Record<string, string>
}

/** Of the project, of its mutation tests and of the readers of others: each installs by itself. */
const folders = ['.', 'test/mutation', 'test/peers/npm']

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const locked = (folder: string): [string, Package][] =>
  Object.entries<Package>(read(`${folder}/package-lock.json`).packages)

test.each(folders)(
  'every package has a checksum, and comes from the registry that the user has set: %s',
  (folder) => {
    const faults = locked(folder)
      .filter(([path]) => path !== '')
      .filter(
        ([, { version = '', integrity = '', resolved, link }]) =>
          !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity) ||
          !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) ||
          resolved !== undefined ||
          link !== undefined,
      )
    expect(faults).toEqual([])
  },
)

test('none runs anything when it is installed, the tools included', () => {
  const running = folders.flatMap(locked).filter(([, { hasInstallScript }]) => hasInstallScript)
  expect(running.map(([path]) => path)).toEqual([])
})

test.each(folders)(
  'the lock file is that of package.json, whose versions are exact: %s',
  (folder) => {
    const { dependencies = {}, devDependencies = {} } = read(`${folder}/package.json`)
    const [, root = {}] = locked(folder).find(([path]) => path === '') ?? []
    expect(root.dependencies ?? {}).toEqual(dependencies)
    expect(root.devDependencies ?? {}).toEqual(devDependencies)
    for (const version of Object.values({ ...dependencies, ...devDependencies })) {
      expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
    }
  },
)

// "npm sbom --omit dev" loses what a tool needs, too, such as "yaml".
test('the bill of materials has every package with its checksum, and tells tools from what users install', () => {
  const sbom = execFileSync('npm', ['run', '--silent', 'sbom'], { encoding: 'utf8' })
  const { bomFormat, components } = JSON.parse(sbom)
  expect(bomFormat).toBe('CycloneDX')
  const told = components.map(({ name, version, hashes, properties }: Component) => {
    const isTool = properties.some((one) => one.name === 'cdx:npm:package:development')
    return `${name}@${version} ${hashes[0]?.alg}${isTool ? ' tool' : ''}`
  })
  const expected = locked('.')
    .filter(([path]) => path !== '')
    .map(([path, { version, dev }]) => {
      const name = path.replace(/^.*node_modules\//, '')
      return `${name}@${version} SHA-512${dev ? ' tool' : ''}`
    })
  expect(new Set(told)).toEqual(new Set(expected))
})

interface Component {
  readonly name: string
  readonly version: string
  readonly hashes: readonly { readonly alg: string }[]
  readonly properties: readonly { readonly name: string }[]
}
