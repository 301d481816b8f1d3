import { defineConfig } from 'vitest/config'

// Run by `npm run bench -- engines`: the servers are those of the tests, and are started as there.
export default defineConfig({
  test: {
    include: ['test/peers/measured/*.measure.ts'],
    globalSetup: 'test/peers/set-up.ts',
    testTimeout: 0,
    hookTimeout: 0,
  },
})
