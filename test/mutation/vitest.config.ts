import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import parts from './parts.json' with { type: 'json' }

interface Part {
  /** The quick ones come first: most mutants do not outlive them. */
  readonly tests: readonly string[]
  /** Where a test mocks a module the others must not have loaded it; everywhere else to share it saves half the time. */
  readonly mocks?: boolean
}

const { tests, mocks = false }: Part =
  parts[(process.env.MUTATED_PART ?? 'dates') as keyof typeof parts]

class AsNamed extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.moduleId < b.moduleId ? -1 : 1))
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  return tests.findIndex((pattern) => moduleId.includes(pattern.replace(/[*{].*/, '')))
}

export default defineConfig({
  test: {
    include: [...tests],
    setupFiles: ['test/mutation/no-shrinking.ts'],
    sequence: { sequencer: AsNamed },
    isolate: mocks,
    testTimeout: 60_000,
  },
})
