// A disk that fails: counts what is asked of the file system below one folder, and lets the n-th call go wrong. Loaded
// into a process with `--import`, it reads what to do from FAULT_ROOT, FAULT_KIND and FAULT_AT.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import zlib from 'node:zlib'

/** What goes wrong with which calls. `kill` ends the process before the call, `torn` in the middle of a write. */
const kinds = {
  EIO: () => true,
  EACCES: ({ name }) => !/^(read|write|writev|fsync|fstat|close|sync|handle)/.test(name),
  ENOSPC: ({ name, writes }) => writes && !/^(rm|rename|unlink|rmdir|chmod)/.test(name),
  EMFILE: ({ name }) => /^(open|readdir|readFile|writeFile)/.test(name),
  short: ({ name }) => name === 'read',
  kill: ({ writes }) => writes,
  torn: ({ name }) => /^write/.test(name),
}

const { FAULT_ROOT = '', FAULT_KIND = '', FAULT_AT = '0', FAULT_COUNT } = process.env

/** What is to go wrong next; a test in the same process sets it anew for each run. */
export const fault = {
  root: FAULT_ROOT,
  kind: FAULT_KIND,
  at: Number(FAULT_AT),
  /** How many calls there were that can go wrong, by kind. */
  calls: {},
  /** The call that went wrong, and its file. */
  hit: '',
}

const paths = new Map()

function pathOf(target) {
  if (typeof target === 'number') return paths.get(target)
  if (target instanceof URL) return fileURLToPath(target)
  return typeof target === 'string' ? resolve(target) : undefined
}

/** Whether this call is the one that goes wrong. */
function isDue(name, target, writes) {
  const path = pathOf(target)
  if (fault.root === '' || path === undefined) return false
  if (path !== fault.root && !path.startsWith(fault.root + sep)) return false
  const { calls, kind, at } = fault
  const possible = Object.keys(kinds).filter((one) => kinds[one]({ name, writes }))
  for (const one of possible) calls[one] = (calls[one] ?? 0) + 1
  if (!possible.includes(kind) || calls[kind] !== at) return false
  fault.hit = `${name} ${path.slice(fault.root.length + 1)}`
  return true
}

function failure(name, target) {
  const path = pathOf(target)
  const told = typeof target === 'number' ? {} : { path }
  const error = new Error(`${fault.kind}: made by a test, ${name} '${path}'`)
  return Object.assign(error, { code: fault.kind, syscall: name, errno: -5, ...told })
}

function end() {
  process.kill(process.pid, 'SIGKILL')
  // The signal comes when it comes; nothing more may happen until then.
  for (;;);
}

const isWriting = (flags) =>
  typeof flags === 'number'
    ? (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0
    : /[wa+]/.test(flags ?? 'r')

const writing = /^(write|mkdir|rename|rm|unlink|chmod|fsync|copy)/

/** Half of what is to be written: a buffer or a text, and how much of it. */
function halved(args) {
  const [target, content, ...rest] = args
  const half = Math.floor(content.length / 2)
  if (typeof content === 'string') return [target, content.slice(0, half), ...rest]
  if (Array.isArray(content))
    return [target, [content[0].subarray(0, content[0].length / 2)], ...rest]
  return [
    target,
    content.subarray(0, half),
    ...rest.map((one) => (one === content.length ? half : one)),
  ]
}

/** What becomes of a call: its arguments, perhaps fewer, and what happens in its place or after it. */
function plan(name, args) {
  const [target, option] = args
  const writes = name.startsWith('open') ? isWriting(option) : writing.test(name)
  if (!isDue(name.replace('Sync', ''), target, writes)) return { args }
  if (fault.kind === 'kill') end()
  if (fault.kind === 'torn') return { args: halved(args), isLast: true }
  if (fault.kind !== 'short') return { args, error: failure(name, target) }
  const [descriptor, buffer, offset, length, ...rest] = args
  return { args: [descriptor, buffer, offset, Math.max(1, length >> 1), ...rest] }
}

function wrapSync(name, real) {
  return (...given) => {
    const { args, error, isLast } = plan(name, given)
    if (error) throw error
    const result = real(...args)
    if (isLast) end()
    if (name === 'openSync') paths.set(result, pathOf(given[0]))
    return result
  }
}

function wrapCallback(name, real) {
  return (...given) => {
    const done = given.at(-1)
    const { args, error, isLast } = plan(name, given.slice(0, -1))
    if (error) return void process.nextTick(done, error)
    const told = (failed, result, ...rest) => {
      if (isLast) end()
      if (name === 'open' && !failed) paths.set(result, pathOf(given[0]))
      done(failed, result, ...rest)
    }
    return real(...args, told)
  }
}

function wrapPromise(name, real) {
  return async (...given) => {
    const { args, error, isLast } = plan(name, given)
    if (error) throw error
    const result = await real(...args)
    if (isLast) end()
    if (name === 'open') wrapHandle(result, given[0])
    return result
  }
}

function wrapHandle(handle, path) {
  for (const name of ['readFile', 'sync']) {
    const real = handle[name].bind(handle)
    handle[name] = async (...args) => {
      if (isDue(`handle.${name}`, path, name === 'sync')) {
        if (fault.kind === 'kill') end()
        throw failure(name, path)
      }
      return real(...args)
    }
  }
}

const sync = [
  ...['openSync', 'readSync', 'writeSync', 'fstatSync', 'lstatSync', 'statSync', 'readdirSync'],
  ...[
    'readFileSync',
    'writeFileSync',
    'mkdirSync',
    'renameSync',
    'rmSync',
    'rmdirSync',
    'unlinkSync',
  ],
]
const callbacks = ['open', 'read', 'write', 'writev', 'fsync']
const promises = [
  ...[
    'open',
    'readFile',
    'writeFile',
    'rename',
    'rm',
    'rmdir',
    'unlink',
    'mkdir',
    'chmod',
    'lstat',
  ],
  ...['stat', 'realpath', 'readdir'],
]
for (const name of sync) fs[name] = wrapSync(name, fs[name])
for (const name of callbacks) fs[name] = wrapCallback(name, fs[name])
for (const name of promises) fs.promises[name] = wrapPromise(name, fs.promises[name])
// A site is compressed as well as can be, which takes seconds; how well does not matter here.
const { brotliCompress, gzip, gzipSync } = zlib
const quick = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } }
zlib.brotliCompress = (bytes, ...rest) => brotliCompress(bytes, quick, rest.at(-1))
zlib.gzip = (bytes, ...rest) => gzip(bytes, { level: 1 }, rest.at(-1))
zlib.gzipSync = (bytes) => gzipSync(bytes, { level: 1 })
syncBuiltinESMExports()

if (FAULT_COUNT) process.on('exit', () => fs.writeSync(1, `\n${JSON.stringify(fault.calls)}\n`))
