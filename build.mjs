// Makes dist/: the library by the TypeScript compiler, the command line bundled and the viewer by Vite.
import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { build } from 'vite'

rmSync('dist', { recursive: true, force: true })
const tsc = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.'], {
  stdio: 'inherit',
})
if (tsc.status !== 0) process.exit(tsc.status ?? 1)
// In a few files the command starts sooner than in many. The packages that it needs stay packages. What most commands
// share is a file each, with all that it needs: to say something, to read a base, to check it.
const groups = [
  [
    'say',
    /src\/(cli\/(output|reason-of|wrong-use)|engines\/engine-problem|graph\/generator|queries\/wrong-question)\.ts$/,
  ],
  ['read', /src\/(cli\/open-folder|diagnostics\/render\/json)\.ts$/],
  ['check-model', /src\/model\/check-model\.ts$/],
  ['mcp-protocol', /node_modules\/(@modelcontextprotocol|zod)\//],
].map(([name, test]) => ({ name, test }))
/** With a third of the protocol's code it would check what a person answers to a question of the server, which has none. */
function withoutSpareParts(id) {
  return /@modelcontextprotocol\/server\/dist\/ajvProvider/.test(id) ? 'export class n {}' : null
}
/** Whose code goes out with ours is named in the file that holds it, with the licence it is under. */
const licences = ({ moduleIds }) => {
  const packages = moduleIds.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? [])
  const notices = [...new Set(packages)].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
    return `/*!\n${name} ${version}\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim().replaceAll('*/', '* /')}\n*/`
  })
  return notices.join('\n')
}
/** How long plugins take is no warning. */
const checks = { pluginTimings: false }
await build({
  configFile: false,
  logLevel: 'warn',
  // What only one command needs is within a file that it alone loads, and is no package that everybody installs.
  ssr: { noExternal: [/^vscode-(languageserver|jsonrpc)/, /^@modelcontextprotocol\//, 'zod'] },
  plugins: [{ name: 'no-spare-parts-of-mcp', load: withoutSpareParts }],
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/bin',
    rolldownOptions: {
      checks,
      input: {
        dossier: 'src/cli/main.ts',
        // The program of a thread, under the name by which the server looks for it.
        'layout-worker': 'src/server/layout-worker.ts',
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        codeSplitting: { groups },
        banner: licences,
      },
    },
  },
})
chmodSync('dist/bin/dossier.js', 0o755)
await build({
  configFile: 'viewer/vite.config.ts',
  logLevel: 'warn',
  build: { rolldownOptions: { checks } },
})
// The same in one classic script, for a page that holds all it needs: a page on a disk can load no other.
await build({
  configFile: 'viewer/vite.config.ts',
  logLevel: 'warn',
  build: {
    outDir: '../dist/single',
    // All of it is one script, in kB as it stands in the page.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      checks,
      output: { codeSplitting: false, format: 'iife' },
      // Such a script knows no address of its own, and asks for none.
      transform: { define: { 'import.meta': '{}' } },
    },
  },
})
rmSync('dist/single/index.html')
