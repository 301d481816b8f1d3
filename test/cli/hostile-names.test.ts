import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formats } from '../../src/exports/formats.ts'
import { baseWith, dossier } from './run-dossier.ts'

/** What acts in a terminal, a log of GitHub, a shell, a spreadsheet, a page. */
const hostile = [
  '\u001b[2J\u001b]0;pwned\u0007',
  'a\r\nb\u0008\u009b31m',
  '\n::error file=x::pwned',
  '::set-output name=a::pwned',
  '\u202eevil\u2066',
  '$(touch pwned) `touch pwned` ; touch pwned',
  '=HYPERLINK("https://evil.test")',
  '<script>pwned</script>',
  '__proto__',
]

const entity = (name: string, more = '') =>
  `type: person\nname: ${JSON.stringify(name)}\nsummary: ${JSON.stringify(hostile.join(' '))}\n${more}`

const hostileBase = () =>
  baseWith({
    ...Object.fromEntries(hostile.map((name, at) => [`people/p${at}.yaml`, entity(name)])),
    'people/\u001b[31m\n::error::x.yaml': entity('Escape'),
    'people/--force.yaml': entity('Dash'),
    'people/constructor.yaml': entity('Constructor', 'relations:\n  - partner-of: hildebrand\n'),
    'people/__proto__.yaml': entity('Proto', 'attributes: { __proto__: 1, constructor: 2 }\n'),
  })

/** Raw controls, marks of direction, and commands that a log of GitHub obeys. */
const acting = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u

const commands = [
  ['check'],
  ['check', '--json'],
  ['check', '--format', 'sarif'],
  ['show', 'constructor'],
  ['show', 'p0', '--json'],
  ['find', 'pwned'],
  ['neighbours', 'hildebrand'],
  ['path', 'constructor', 'hildebrand'],
  ['stats'],
  ['timeline', 'constructor'],
  ['groups'],
  ['format', '--check'],
  ['rename', 'constructor', 'toString', '--dry-run'],
]

describe('names from strangers', () => {
  test.each(commands.map((words) => [words.join(' '), words] as const))(
    'do nothing but stand there in what "%s" prints',
    (_, words) => {
      const folder = hostileBase()
      const { stdout, stderr, code } = dossier(words, folder)
      expect([0, 1, 2]).toContain(code)
      expect(`${stdout}${stderr}`).not.toMatch(acting)
      expect(`${stdout}${stderr}`).not.toMatch(/^::/m)
      expect(`${stdout}${stderr}`).not.toMatch(/^ +at .*\.js:\d+/m)
      expect(existsSync(join(folder, 'pwned'))).toBe(false)
    },
  )

  test('are annotations of ours alone in a log of GitHub', () => {
    const { stdout } = dossier(['check', '--format', 'github'], hostileBase())
    const lines = stdout.trimEnd().split('\n')
    for (const line of lines)
      expect(line).toMatch(/^::(notice::\d+ more|(error|warning) file=[^:,]*,line=\d+,)/)
    expect(stdout).not.toMatch(acting)
  })

  test.each(Object.keys(formats))('break out of no file of %s, and end no export', (format) => {
    const folder = hostileBase()
    const { stderr, code } = dossier(['export', format, '-o', 'out'], folder)
    expect(stderr).not.toMatch(acting)
    expect([0, 1]).toContain(code)
    expect(existsSync(join(folder, 'pwned'))).toBe(false)
  })

  test.each(hostile.filter((_, at) => [0, 1, 4, 8].includes(at)))(
    'asked for on the command line, %j is shown and does nothing',
    (name) => {
      const folder = baseWith()
      for (const words of [
        ['show', name],
        ['find', name],
        ['path', name, 'hildebrand'],
        ['export', name],
        [name],
        ['check', '--data', name],
        ['path', 'hildebrand', 'bergen-guild', '--along', name],
        ['export', 'json', '--as-of', name, '--type', name],
      ]) {
        const { stdout, stderr, code } = dossier(words, folder)
        expect([0, 1, 2], words.join(' ')).toContain(code)
        expect(`${stdout}${stderr}`).not.toMatch(acting)
        expect(stderr).not.toMatch(/^ +at /m)
      }
      expect(existsSync(join(folder, 'pwned'))).toBe(false)
    },
  )
})

describe('a Node without __proto__', () => {
  const env = { NODE_OPTIONS: '--disable-proto=delete' }

  test('runs commands, exports and a build all the same', () => {
    const folder = hostileBase()
    for (const words of commands)
      expect(dossier(words, folder, env)).toEqual(dossier(words, folder))
    for (const format of ['json', 'gexf', 'csv', 'turtle', 'stix']) {
      const { code, stderr } = dossier(['export', format, '-o', `out-${format}`], folder, env)
      expect([format, code, stderr]).toEqual([
        format,
        expect.any(Number),
        expect.not.stringMatching(/^ +at /m),
      ])
    }
    const { code } = dossier(['import', 'json', 'out-json', '-o', 'copy'], folder, env)
    expect([0, 1, 2]).toContain(code)
    const sound = baseWith()
    expect(dossier(['build', '--single-file', '-o', 'a.html'], sound, env).code).toBe(0)
  })
})

describe('expressions that would take for ever', () => {
  test.each([
    ['repeats in repeats', '((((a*)*)*)*)*'],
    ['many ways at every step', '(member-of|leads|partner-of){1,12}'],
    ['nothing, again and again', '(((member-of*)+)?){1,9}'],
    ['five thousand brackets', `${'('.repeat(5000)}leads${')'.repeat(5000)}`],
    ['five thousand turns', `${'^'.repeat(5000)}leads`],
    ['five thousand steps', `${'leads/'.repeat(5000)}leads`],
    ['a billion steps', `leads{1,999999999}`],
    ['five thousand negations', `${'!'.repeat(5000)}leads`],
    ['a property of every object', `leads constructor`],
  ])('%s: the answer or the refusal comes', (_, expression) => {
    const { stderr, code } = dossier(
      ['path', 'hildebrand', 'bergen-guild', '--along', expression],
      baseWith(),
    )
    expect([0, 2]).toContain(code)
    expect(stderr).not.toMatch(/^ +at |RangeError/m)
  })

  test.each([
    ['--as-of', '9'.repeat(5000)],
    ['--as-of', `[${'2012,'.repeat(2000)}2013]`],
    ['--around', '\u0301'.repeat(50_000)],
    ['--source', 'a,'.repeat(50_000)],
    ['--hops', '9'.repeat(400)],
  ])('%s of thousands of characters ends', (option, value) => {
    const { stderr, code } = dossier(['export', 'json', option, value], baseWith())
    expect([0, 2]).toContain(code)
    expect(stderr).not.toMatch(/^ +at |RangeError/m)
  })
})
