import { fileURLToPath } from 'node:url'
import { defineConfig, type UserConfig } from 'vite'

interface Modules {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null
}

const entry = fileURLToPath(new URL('index.html', import.meta.url))

/** The modules without which there is no picture; what is left comes when somebody asks for it. */
function firstModules(modules: Modules): ReadonlySet<string> {
  const first = new Set<string>()
  const visit = (id: string) => {
    if (first.has(id)) return
    first.add(id)
    for (const next of modules.getModuleInfo(id)?.importedIds ?? []) visit(next)
  }
  visit(entry)
  return first
}

/**
 * All our colours are numbers, and all nodes, edges and names are drawn by programs of our own. Without sigma's table of
 * names of colours and without its programs the first script is a twentieth smaller, and fewer shaders are compiled.
 */
function withoutSpareParts(code: string): string {
  return code
    .replace(/((?:HTML_COLORS|DEFAULT_(?:NODE|EDGE)_PROGRAM_CLASSES) = )\{[^{}]*\}/g, '$1{}')
    .replace(/(defaultDraw\w+: )draw\w+/g, '$1null')
    .replace(/^_defineProperty\(NodeCircleProgram, .*$/gm, '')
    .replace(/^(var \w+ = )(create\w+Program\(\))/gm, '$1/*#__PURE__*/ $2')
}

/**
 * Files with fixed names and relative addresses: the server and the static site know them by name. What most readers
 * never ask for is a file of its own, fetched when it is.
 */
export default defineConfig((): UserConfig => {
  let first: ReadonlySet<string> | undefined
  return {
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: './',
    publicDir: false,
    plugins: [
      {
        name: 'no-spare-parts-of-sigma',
        transform: (code: string, id: string) =>
          id.includes('/sigma/') ? withoutSpareParts(code) : undefined,
      },
    ],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: '../dist/viewer',
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      rolldownOptions: {
        output: {
          entryFileNames: 'viewer.js',
          chunkFileNames: '[name].js',
          codeSplitting: {
            groups: [
              {
                // All of the first picture in one file: one answer of the server, and no names between files.
                debugName: 'first',
                name: (id: string, modules: Modules) => {
                  first ??= firstModules(modules)
                  return first.has(id) ? 'viewer' : null
                },
                priority: 1,
              },
              // Only large bases and files to take away have groups.
              {
                name: 'group-members',
                test: /src\/graph\/(group-members|communities)\.ts$|graphology-communities-louvain/,
                priority: 1,
                minShareCount: 2,
              },
              // What comes later and is shared, the texts among it, in one file, too.
              { name: 'later', minShareCount: 2 },
            ],
          },
          assetFileNames: 'viewer[extname]',
        },
      },
    },
  }
})
