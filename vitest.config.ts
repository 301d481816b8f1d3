import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // What takes minutes, and is run by itself.
    exclude: ['test/peers/**', ...(process.env.FAULTS ? [] : ['test/faults/faulted-disk.test.ts'])],
    testTimeout: 60_000,
    hookTimeout: 300_000,
  },
})
