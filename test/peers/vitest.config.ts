import { defineConfig } from 'vitest/config'

// These tests need Java, Maven and Python, and fetch the readers that they ask: `npm test` does without them.
export default defineConfig({
  test: {
    include: ['test/peers/**/*.test.ts'],
    globalSetup: 'test/peers/set-up.ts',
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
