#!/usr/bin/env node
import { version } from '../graph/generator.ts'
import { endWhereNothingIsTaken, sayMistake } from './output.ts'

endWhereNothingIsTaken()
process.on('uncaughtException', (error) => {
  sayMistake(error)
  process.exit(1)
})
const [first, ...rest] = process.argv.slice(2)
if ((first === '--version' || first === '-V') && rest.length === 0) {
  process.stdout.write(`${version}\n`)
} else {
  // Loaded only now, because asking for the version should cost nothing.
  const { run } = await import('./run.ts')
  await run(process.argv.slice(2))
  // All is written then, and nothing is waited for. Node would take the heap apart first, object by object.
  process.once('beforeExit', () => process.exit())
}
