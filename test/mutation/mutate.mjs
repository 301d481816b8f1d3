// Changes the code of a part in a thousand small ways, one at a time, and tells which of them no test notices.
//   npm run mutate -- dates|rules|documents|limits|sources|disk|escapers|guards [options of `stryker run`]
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

/** Not beside this file: what stands under test/ the tools of the project would take for its own. */
const folder = '.mutation'
const parts = JSON.parse(readFileSync('test/mutation/parts.json', 'utf8'))
const asked = ['.npmrc', 'package.json', 'package-lock.json']

const [name = '', ...options] = process.argv.slice(2)
const part = Object.hasOwn(parts, name) ? parts[name] : undefined
if (part === undefined) {
  console.error(`Say what to mutate: npm run mutate -- ${Object.keys(parts).join('|')}`)
  process.exit(2)
}

install()
process.exit(
  run(`${folder}/node_modules/.bin/stryker`, [
    ...['run', 'test/mutation/stryker.config.json', '--mutate', part.mutate.join(',')],
    ...['--incrementalFile', `${folder}/${name}.json`, ...options],
  ]),
)

/** Once for each version of what is asked for. */
function install() {
  const wanted = asked.map((file) => readFileSync(`test/mutation/${file}`, 'utf8')).join('')
  const stamp = `${folder}/made-from`
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  mkdirSync(folder, { recursive: true })
  for (const file of asked) copyFileSync(`test/mutation/${file}`, `${folder}/${file}`)
  const status = run('npm', ['ci', '--prefix', folder])
  if (status !== 0) process.exit(status)
  writeFileSync(stamp, wanted)
}

function run(command, args) {
  const env = { FC_RUNS: '200', ...process.env, MUTATED_PART: name }
  return spawnSync(command, args, { stdio: 'inherit', env }).status ?? 1
}
