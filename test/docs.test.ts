import { existsSync, readFileSync } from 'node:fs'
import { Command } from 'commander'
import { expect, test } from 'vitest'
import { commands } from '../src/cli/commands.ts'
import { codes } from '../src/diagnostics/codes.ts'
import { formats } from '../src/exports/formats.ts'
import { version } from '../src/graph/generator.ts'

test('the reference of commands is what the table of commands says', async () => {
  await expect(commandReference()).toMatchFileSnapshot('../docs/commands.md')
})

test('every diagnostic has its section, and none is left over', () => {
  const headings = [...read('docs/diagnostics.md').matchAll(/^### (.+)$/gm)].map(([, code]) => code)
  expect(headings).toEqual([...codes])
})

test('every example among the diagnostics is what the case shows', () => {
  const sections = read('docs/diagnostics.md').split(/^### /m).slice(1)
  for (const section of sections) {
    const code = section.slice(0, section.indexOf('\n'))
    const example = /```\n([\s\S]*?)\n```/.exec(section)?.[1]
    if (example) expect(read(`test/cases/${code}/expected.txt`), code).toContain(example)
  }
})

test('links between the documents lead somewhere', () => {
  for (const file of [
    'README.md',
    ...['architecture', 'data-format', 'diagnostics', 'design-choices'].map((d) => `docs/${d}.md`),
  ]) {
    for (const [, target = ''] of read(file).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)) {
      if (/^https?:/.test(target)) continue
      const path = new URL(target, new URL(file, 'file:///')).pathname.slice(1)
      expect(existsSync(path), `${file} links to ${target}`).toBe(true)
    }
  }
})

test('the version in the code is that of the package', () => {
  expect(JSON.parse(read('package.json')).version).toBe(version)
})

function read(path: string): string {
  return readFileSync(path, 'utf8')
}

function commandReference(): string {
  const sections = commands.map(({ name, args, summary, examples, configure }) => {
    const command = new Command(name).helpOption(false)
    configure(command)
    const options = command.options.map(
      ({ flags, description, defaultValue }) =>
        `| \`${flags.replaceAll('|', '\\|')}\` | ${description}${defaultValue === undefined ? '' : ` (${defaultValue})`} |`,
    )
    return [
      `## dossier ${name}`,
      `\`dossier ${[name, args].filter(Boolean).join(' ')} [options]\`: ${summary}.`,
      ['```sh', ...examples, '```'].join('\n'),
      ['| option | meaning |', '|---|---|', ...options].join('\n'),
    ].join('\n\n')
  })
  const table = Object.entries(formats).map(
    ([name, { extension, description }]) => `| ${name} | .${extension} | ${description} |`,
  )
  return `${[
    '# Commands',
    'A knowledge base is a folder with `graph-data/`. Commands look for one upwards from the current folder, or take `--data FOLDER`. Data goes to stdout and messages to stderr; `NO_COLOR` turns colours off.',
    'Exit codes: 0 fine, 1 the data has errors (an answer is given all the same), 2 the command was not understood or cannot be carried out, 130 interrupted.',
    'An entity is named by its id, its name or an alias.',
    ...sections,
    '## Formats',
    ['| format | file | for |', '|---|---|---|', ...table].join('\n'),
  ].join('\n\n')}\n`
}
