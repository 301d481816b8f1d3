import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { emptyFolder } from './run-dossier.ts'

const output = resolve('dist/cli/output.js')
const main = resolve('dist/bin/dossier.js')

test('a mistake of ours that repeats what a file holds cannot act on the terminal or in a log of CI', () => {
  const hostile = JSON.stringify('\u001b]0;pwn\u0007\n::error::pwn')
  const program = `import { sayMistake } from ${JSON.stringify(output)}
    try { JSON.parse(${hostile}) } catch (error) { sayMistake(error) }`
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  })
  const [first, ...lines] = stderr.trimEnd().split('\n')
  expect(first).toBe('Dossier made a mistake, please report it:')
  expect(lines[0]).toContain('\\u{1b}]0;pwn')
  expect(lines.filter((line) => !line.startsWith('| '))).toEqual([])
  expect(stderr).not.toContain('\u001b')
})

test('one that nobody catches is told so, and ends the command', () => {
  const late = `setInterval(() => {
    if (process.listenerCount('uncaughtException') > 0) throw new Error('\\u001b[2J')
  })`
  const { stderr, status } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(late)}`,
      main,
      'serve',
      '--port',
      '0',
      '--data',
      'test/base',
    ],
    { encoding: 'utf8', timeout: 60_000 },
  )
  expect(status).toBe(1)
  expect(stderr).toContain('Dossier made a mistake, please report it:\n| Error: \\u{1b}[2J\n')
})

test('a folder that is gone is no mistake of ours', () => {
  const inGoneFolder = ['-c', 'rmdir "$PWD" && exec "$@"', 'sh', process.execPath, main, 'check']
  const { stderr, status } = spawnSync('sh', inGoneFolder, { cwd: emptyFolder(), encoding: 'utf8' })
  expect([stderr, status]).toEqual(['The folder in which you are is gone. Go to another one.\n', 2])
})
