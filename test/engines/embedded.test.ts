import { describe } from 'vitest'
import { embeddedEngine } from '../../src/engines/embedded.ts'
import { engineContract } from './engine-contract.ts'

describe('the engine in memory', () => {
  engineContract({ open: async () => embeddedEngine(), numRuns: 100 })
})
