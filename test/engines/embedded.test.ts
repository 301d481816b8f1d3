import { describe } from 'vitest'
import { embeddedServer } from '../../src/engines/embedded.ts'
import { engineContract } from './engine-contract.ts'

describe('the engine in memory', () => {
  const server = embeddedServer()
  engineContract({ server: () => server, numRuns: 100 })
})
