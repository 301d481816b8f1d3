import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/fuzz/**/*.fuzz.ts'],
    fileParallelism: false,
    testTimeout: 2 ** 31 - 1,
    // What was found is more than the last thing that was tried.
    bail: 0,
    disableConsoleIntercept: true,
  },
})
