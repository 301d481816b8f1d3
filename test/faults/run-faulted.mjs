// Runs one command again and again in this process, each time on a fresh copy of a base and with another call to the
// disk going wrong, then once more on the same copy with a disk that works. Prints what came of each run, a line of JSON each.
//   node run-faulted.mjs '{ "work": folder, "template": folder, "words": [...], "kinds": { "EIO": 100 }, "old": true, "seed": 1 }'
import { createHash } from 'node:crypto'
import {
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { get } from 'node:http'
import { syncBuiltinESMExports } from 'node:module'
import { join, resolve } from 'node:path'
import { json } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import zlib from 'node:zlib'
import { fault } from './fs-hook.mjs'

const { work, template, words, kinds, old, seed } = JSON.parse(process.argv[2])
compressLittle()
const home = process.cwd()
const program = programWithSmallViewer()
const dist = (path) => import(pathToFileURL(join(program, 'dist', path)).href)
const { run } = await dist('cli/run.js')
const { startServer } = await dist('server/start-server.js')
// What has just been copied counts as settled, so that receipts are kept and read.
const { now } = Date
if (old) Date.now = () => now() + 60_000

let mistakes = []
process.on('uncaughtException', (error) => mistakes.push(String(error?.stack)))
process.on('unhandledRejection', (error) => mistakes.push(String(error?.stack)))

print({ before: filesIn(template) })
const clean = await once('none', 0)
print(clean)
for (const [kind, most] of Object.entries(kinds)) {
  for (const at of spread(clean.calls[kind] ?? 0, most)) {
    const outcome = await once(kind, at)
    if (outcome.hit !== '') print(outcome)
  }
}

/** Every run packs what a page needs, and how well is nothing to the disk. */
function compressLittle() {
  const { brotliCompress, constants } = zlib
  zlib.brotliCompress = (bytes, { params }, done) =>
    brotliCompress(bytes, { params: { ...params, [constants.BROTLI_PARAM_QUALITY]: 0 } }, done)
  syncBuiltinESMExports()
}

/** Each file of the viewer is packed and written as the others are: three of them fail in every way in which a hundred do. */
function programWithSmallViewer() {
  const folder = join(work, 'program')
  for (const name of ['package.json', 'dist', 'starter'])
    cpSync(name, join(folder, name), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  const viewer = join(folder, 'dist/viewer')
  rmSync(viewer, { recursive: true })
  mkdirSync(viewer)
  for (const name of ['index.html', 'viewer.js', 'viewer.css'])
    writeFileSync(join(viewer, name), 'viewer\n'.repeat(1000))
  return folder
}

/** Of the numbers from 1 to `count` all, or `most` of them in even steps from one that the seed tells. */
function spread(count, most) {
  if (count <= most) return Array.from({ length: count }, (_, index) => index + 1)
  const start = (seed * 0.618) % 1
  return Array.from(
    { length: most },
    (_, index) => 1 + Math.floor(((index + start) * count) / most),
  )
}

async function once(kind, at) {
  const folder = join(work, `${kind}-${at}`)
  cpSync(template, folder, { recursive: true })
  Object.assign(fault, { root: folder, kind, at, calls: {}, hit: '' })
  const first = await carryOut(folder)
  const { hit, calls } = fault
  fault.root = ''
  const files = filesIn(folder)
  const second = await carryOut(folder)
  const later = filesIn(folder)
  rmSync(folder, { recursive: true, force: true })
  return { kind, at, hit, calls, ...first, files, second, later }
}

async function carryOut(folder) {
  const told = { stdout: '', stderr: '', code: 0, mistakes: [] }
  mistakes = told.mistakes
  const tell = (name, text) => {
    told[name] += text
    return true
  }
  const writes = [process.stdout, process.stderr].map((stream) => stream.write)
  process.stdout.write = (text) => tell('stdout', text)
  process.stderr.write = (text) => tell('stderr', text)
  process.exitCode = undefined
  process.chdir(folder)
  process.argv[1] = join(program, 'dist/bin/dossier.js')
  try {
    if (words[0] === 'serve') await serveAndClose(folder, told)
    else await run(words)
  } catch (error) {
    mistakes.push(String(error?.stack))
  } finally {
    process.chdir(home)
    ;[process.stdout.write, process.stderr.write] = writes
  }
  told.code = process.exitCode ?? 0
  process.exitCode = undefined
  return JSON.parse(JSON.stringify(told).replaceAll(folder, 'BASE'))
}

/** What `dossier serve` does until it is interrupted, and what a page asks for first. */
async function serveAndClose(folder, told) {
  try {
    const server = await startServer({
      dataFolder: join(folder, 'graph-data'),
      viewerFolder: join(program, 'dist/viewer'),
      port: 0,
    })
    const ask = (path) => answerTo(new URL(path, server.url))
    const [{ errors, diagnostics }, { nodes, edges }] = [
      await ask('status.json'),
      await ask('graph.json'),
    ]
    await server.close()
    const keys = [...nodes, ...edges].map(({ key }) => key)
    told.stdout = JSON.stringify({ errors, diagnostics, keys })
    if (errors > 0) process.exitCode = 1
  } catch (error) {
    if (error?.failure === undefined) throw error
    told.stderr = JSON.stringify(error.failure)
    process.exitCode = 2
  }
}

/** On a connection of its own, so that the server has nothing to wait for when it closes. */
async function answerTo(url) {
  const response = await new Promise((resolve, reject) => {
    get(url, { agent: false }, resolve).on('error', reject)
  })
  return json(response)
}

/** A hash of each, by path. */
function filesIn(folder, below = '') {
  const files = {}
  for (const name of readdirSync(join(folder, below))) {
    const path = below === '' ? name : `${below}/${name}`
    const state = lstatSync(join(folder, path))
    if (state.isDirectory()) Object.assign(files, filesIn(folder, path))
    else
      files[path] = createHash('sha1')
        .update(readFileSync(join(folder, path)))
        .digest('base64')
  }
  return files
}

function print(outcome) {
  process.stdout.write(`${JSON.stringify(outcome)}\n`)
}
