// Makes inputs that nobody has thought of, for as long as it is told to, and ends with the first one that breaks something.
//   npm run fuzz -- [--minutes 60] [--seed 1] [target, such as yaml]
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 30) },
  },
})
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--config', 'test/fuzz/vitest.config.ts', ...positionals],
  {
    stdio: 'inherit',
    env: { ...process.env, FUZZ_MINUTES: values.minutes, FUZZ_SEED: values.seed },
  },
)
process.exit(status ?? 1)
