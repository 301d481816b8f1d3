import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export const manifest = JSON.parse(readFileSync('package.json', 'utf8'))

/** The tarball as npm would publish it, unpacked in a folder beside its dependencies and nothing else of this repository. */
export function installPackage(folder: string): void {
  const installed = join(folder, 'node_modules/dossier')
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]
  const [{ filename }] = JSON.parse(execFileSync('npm', pack).toString())
  mkdirSync(installed, { recursive: true })
  execFileSync('tar', ['-xzf', join(folder, filename), '--strip-components', '1', '-C', installed])
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(folder, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(resolve('node_modules', name), link)
  }
}

/** What the TypeScript compiler says of files in a folder; nothing where they are sound. */
export function typeCheck(folder: string, resolution: string, words: readonly string[]): string {
  const module = resolution === 'bundler' ? 'esnext' : resolution
  const tsc = resolve('node_modules/typescript/bin/tsc')
  const options = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess']
  const target = ['--target', 'es2022', '--types', '', '--skipLibCheck']
  const resolved = ['--module', module, '--moduleResolution', resolution]
  try {
    const all = [tsc, ...options, ...target, ...resolved, ...words]
    return execFileSync(process.execPath, all, { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    return (error as { stdout?: string }).stdout || String(error)
  }
}
