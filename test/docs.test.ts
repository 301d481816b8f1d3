import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Command } from 'commander'
import { expect, test } from 'vitest'
import { commands } from '../src/cli/commands.ts'
import { compile } from '../src/compile.ts'
import { codes } from '../src/diagnostics/codes.ts'
import { explanations } from '../src/diagnostics/explanations.ts'
import { renderForTerminal } from '../src/diagnostics/render/terminal.ts'
import { readSources } from '../src/documents/read-sources.ts'
import { formats } from '../src/exports/formats.ts'
import { version } from '../src/graph/generator.ts'
import { importFormats } from '../src/imports/formats.ts'
import type { ImportFormat } from '../src/imports/import-format.ts'
import { lineIndexes } from '../src/text/line-indexes.ts'

test('the reference of commands is what the table of commands says', async () => {
  await expect(commandReference()).toMatchFileSnapshot('../docs/commands.md')
})

test('the reference of diagnostics is what the table of explanations and the cases say', async () => {
  await expect(diagnosticReference()).toMatchFileSnapshot('../docs/diagnostics.md')
})

test('every format that can be imported has its chapter', () => {
  const chapters = [...read('docs/import.md').matchAll(/^## (\S+)$/gm)].map(([, name]) => name)
  expect(chapters).toEqual(Object.keys(importFormats))
})

test('links between the documents lead somewhere', () => {
  for (const file of [
    'CHANGELOG.md',
    'README.md',
    'SECURITY.md',
    ...readdirSync('docs')
      .filter((file) => file.endsWith('.md'))
      .map((file) => `docs/${file}`),
  ]) {
    for (const [, target = ''] of read(file).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)) {
      if (/^https?:/.test(target)) continue
      const path = new URL(target, new URL(file, 'file:///')).pathname.slice(1)
      expect(existsSync(path), `${file} links to ${target}`).toBe(true)
    }
  }
})

test('the mistake in the README is what the check prints', async () => {
  const { files, diagnostics } = await readSources('graph-data')
  const damaged = files.map((file) =>
    file.path === 'people/makhdum-nusrat.yaml'
      ? { ...file, text: file.text.replace('- leads: imu\n', '- leads: imuu\n') }
      : file,
  )
  const [first] = compile({ files: damaged, diagnostics }).diagnostics
  if (first === undefined) throw new Error('The check passes over the mistake.')
  expect(read('README.md')).toContain(renderForTerminal(first, lineIndexes(damaged)))
})

test('the version in the code is that of the package', () => {
  expect(JSON.parse(read('package.json')).version).toBe(version)
})

function read(path: string): string {
  return readFileSync(path, 'utf8')
}

function diagnosticReference(): string {
  const families = [...new Set(codes.map((code) => explanations[code].family))]
  const sections = families.flatMap((family) => [
    `## ${family}`,
    ...codes
      .filter((code) => explanations[code].family === family)
      .flatMap((code) => {
        const { meaning, mend } = explanations[code]
        return [`### ${code}`, meaning, mend, ...exampleOf(code)]
      }),
  ])
  return `${[
    '# Diagnostics',
    'What `dossier check` can say, by its permanent code; `dossier explain CODE` prints the same. Each has a case in [test/cases](../test/cases). Errors give exit code 1; warnings do so under `--strict`.',
    ...sections,
  ].join('\n\n')}\n`
}

/** The first diagnostic of the case that has the code, as a curator sees it. */
function exampleOf(code: string): string[] {
  const path = `test/cases/${code}/expected.txt`
  if (!existsSync(path)) return []
  const shown = read(path)
    .trimEnd()
    .split(/\n\n(?=\S)/)
  const example = shown.find((text) => text.split('\n')[0]?.endsWith(`  ${code}`))
  return example ? [`\`\`\`\n${example}\n\`\`\``] : []
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
      `\`dossier ${[name, args, ...(options.length > 0 ? ['[options]'] : [])].filter(Boolean).join(' ')}\`: ${summary}.`,
      ['```sh', ...examples, '```'].join('\n'),
      ...(options.length > 0 ? [['| option | meaning |', '|---|---|', ...options].join('\n')] : []),
    ].join('\n\n')
  })
  const table = Object.entries(formats).map(
    ([name, { extension, description }]) => `| ${name} | .${extension} | ${description} |`,
  )
  const imports = Object.entries<ImportFormat>(importFormats).map(
    ([name, { extensions, description }]) =>
      `| ${name} | ${extensions.map((one) => `.${one}`).join(', ')} | ${description} |`,
  )
  return `${[
    '# Commands',
    'A knowledge base is a folder with `graph-data/`. Commands look for one upwards from the current folder, or take `--data FOLDER`. Data goes to stdout and messages to stderr; `NO_COLOR` turns colours off.',
    'Exit codes: 0 fine, 1 the data has errors (an answer is given all the same), 2 the command was not understood or cannot be carried out, 130 interrupted.',
    'An entity is named by its id, its name or an alias.',
    ...sections,
    '## Formats',
    ['| format | file | for |', '|---|---|---|', ...table].join('\n'),
    '## Imports',
    '[import.md](import.md) tells what becomes of what.',
    ['| format | file | from |', '|---|---|---|', ...imports].join('\n'),
  ].join('\n\n')}\n`
}
