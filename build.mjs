// Makes dist/: the command line and the library by the TypeScript compiler, the viewer by Vite.
import { spawnSync } from 'node:child_process'
import { chmodSync, rmSync } from 'node:fs'
import { build } from 'vite'

rmSync('dist', { recursive: true, force: true })
const tsc = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.'], {
  stdio: 'inherit',
})
if (tsc.status !== 0) process.exit(tsc.status ?? 1)
chmodSync('dist/cli/main.js', 0o755)
await build({ configFile: 'viewer/vite.config.ts', logLevel: 'warn' })
