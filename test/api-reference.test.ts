import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const index = readFileSync('src/index.ts', 'utf8')

test('docs/api.md is what the types of the package say', async () => {
  const sections = exported().map(({ name, file }) => {
    return [`## ${name}`, ['```ts', declarationOf(name, file), '```'].join('\n')].join('\n\n')
  })
  const reference = [
    '# Reference',
    "What `import { … } from 'dossier'` gives, as its types say it. [Scripting](scripting.md) shows how to use it.",
    ...sections,
  ]
  await expect(`${reference.join('\n\n')}\n`).toMatchFileSnapshot('../docs/api.md')
})

test('every type of this project that a declaration names is exported, so that a script can name it', () => {
  const names = new Set(exported().map(({ name }) => name))
  const missing = exported().flatMap(({ name, file }) => {
    const code = declarationOf(name, file).replace(/\/\*\*[\s\S]*?\*\//g, '')
    const words = new Set([...code.matchAll(/\b[A-Z][A-Za-z]+\b/g)].map(([word]) => word))
    return [...ownTypes(file)].filter((type) => words.has(type) && !names.has(type))
  })
  expect(missing).toEqual([])
})

/** What a declaration file declares itself, or takes from a file beside it. */
function ownTypes(file: string): Set<string> {
  const text = readFileSync(`dist/${file}.d.ts`, 'utf8')
  const taken = [...text.matchAll(/^import (?:type )?\{([^}]*)\} from '\.[^']*';$/gm)].flatMap(
    ([, list = '']) => list.split(',').map((name) => name.replace(/\btype\b/, '').trim()),
  )
  const declared = [...text.matchAll(/^(?:export |declare )*(?:interface|type|class) (\w+)/gm)]
  return new Set([...taken, ...declared.map(([, name = '']) => name)])
}

/** The function that opens a base and what it gives come first, then the others by name. */
function exported(): { readonly name: string; readonly file: string }[] {
  const first = ['openDossier', 'OpenOptions', 'Dossier', 'Questions', 'Answer']
  const place = (name: string) => (first.indexOf(name) + first.length + 1) % (first.length + 1)
  return [...index.matchAll(/export (?:type )?\{([^}]*)\} from '\.\/(.*)\.ts'/g)]
    .flatMap(([, names = '', file = '']) =>
      names
        .split(',')
        .map((name) => ({ name: name.replace(/\btype\b/, '').trim(), file }))
        .filter(({ name }) => name !== ''),
    )
    .sort((a, b) => place(a.name) - place(b.name) || (a.name < b.name ? -1 : 1))
}

/** From its comment to where the compiler closes it, which is in the first column. */
function declarationOf(name: string, file: string): string {
  const text = readFileSync(`dist/${file}.d.ts`, 'utf8')
  const start = new RegExp(
    `^(?:/\\*\\*(?:(?!\\*/)[\\s\\S])*\\*/\\n)?export (?:declare )?(?:interface|type|class|function|const) ${name}\\b`,
    'gm',
  )
  // A function may be declared more than once, each with its own words.
  const starts = [...text.matchAll(start)]
  if (starts.length === 0) throw new Error(`${file}.d.ts declares no ${name}.`)
  return starts.map((found) => declarationAt(text.slice(found.index), found[0].length)).join('\n')
}

function declarationAt(rest: string, head: number): string {
  const body = rest.slice(head)
  const isBlock = /^[^\n]*\{$/m.test(body.split('\n')[0] ?? '')
  const closed = (isBlock ? /^\}(?!.*\{$).*$/m : /^(?:\}|.*;)$/m).exec(body)
  return rest.slice(0, head + (closed ? closed.index + closed[0].length : body.length))
}
