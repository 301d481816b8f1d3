import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/**
 * Files with fixed names and relative addresses: the server and the static site know them by name. What most readers
 * never ask for is a file of its own, fetched when it is.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  publicDir: false,
  plugins: [
    {
      name: 'no-names-of-colours',
      // All our colours are numbers, and sigma's table of names would be a fiftieth of the script.
      transform: (code, id) =>
        id.includes('/sigma/') ? code.replace(/(HTML_COLORS = )\{[^{}]*\}/, '$1{}') : undefined,
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
        // What the first picture shares with what comes later, in one file.
        codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] },
        assetFileNames: 'viewer[extname]',
      },
    },
  },
})
