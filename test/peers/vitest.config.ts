import { defineConfig } from 'vitest/config'

// These tests need Java, Maven and Python, and fetch the readers that they ask: `npm test` does without them.
export default defineConfig({
  test: {
    include: ['test/peers/**/*.test.ts'],
    globalSetup: 'test/peers/set-up.ts',
    fileParallelism: false,
    // Servers that live for a minute: compiling their code as well as Java can costs more than it gives.
    env: { JDK_JAVA_OPTIONS: '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC' },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
