import { readdirSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'
import * as first from '../../viewer/words/english.ts'
import * as later from '../../viewer/words/english-later.ts'

// The tables say everything, so that a translation is a file. A text anywhere else would stay English in it.

const tables = /^viewer\/words\/english(-later)?\.ts$/
const files = readdirSync('viewer', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => `viewer/${file.replaceAll('\\', '/')}`)
  .filter((file) => !tables.test(file) && !/shaders\.ts$|line-program\.ts$/.test(file))
  .sort()

describe('no text stands outside the tables', () => {
  test.each(files)('%s', (file) => {
    expect(textsIn(file, readFileSync(file, 'utf8'))).toEqual([])
  })
})

test.each([
  ['<p>Hello</p>', 'Hello'],
  ['<p>{n > 1 && "more"}</p>', 'more'],
  ['<p>{n === "more" ? n : `or more`}</p>', 'or more'],
  ['<b aria-label="close" />', 'close'],
  ['<b title={`close ` + n} />', 'close '],
  ['<b class={n} placeholder={n ? "name" : n} />', 'name'],
  ['say("Nothing found")', 'Nothing found'],
  ['say(n + ` were found there`)', ' were found there'],
  ['const title = "Marks"', 'Marks'],
])('would be found: %s', (code, text) => {
  expect(textsIn('a.tsx', code)).toEqual([text])
})

test('no name stands in both tables, so that a translation may be one file', () => {
  expect(Object.keys(first).filter((name) => name in later)).toEqual([])
})

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

/** Where a word is read, whatever it looks like. */
const readable =
  /^(aria-(label|roledescription|valuetext)|title|placeholder|alt|label|none|any|says)$/

/** Names of keys, headers and the like, which look like words and are none. */
const names = new Set([
  ...['Enter', 'Escape', 'Home', 'End', 'Delete', 'Backspace', 'Page', 'Dossier-Token'],
  ...['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'PageDown', 'PageUp', 'Space', 'Esc'],
])
const keyName = /^((Ctrl|Shift)( ?\+ ?))*.$/u

function textsIn(file: string, code: string): string[] {
  const visit = (node: Node, isRead: boolean): string[] =>
    isSilent(node)
      ? []
      : [
          ...textOf(node).filter((text) => isText(text, isRead)),
          ...childrenOf(node).flatMap((child) => visit(child, isReadIn(node, isRead))),
        ]
  return visit(parseSync(file, code).program as unknown as Node, false)
}

function isText(text: string, isRead: boolean): boolean {
  return (isRead ? /\p{L}/u : looksRead).test(text) && !isName(text)
}

/** Two words in a row, or one with a capital. */
const looksRead = /\p{L}{2,} \p{L}{2,}|^\p{Lu}\p{Ll}+/u

function textOf({ type, value }: Node): string[] {
  if (type === 'Literal' && typeof value === 'string') return [value]
  if (type === 'JSXText') return [(value as string).trim()]
  return type === 'TemplateElement' ? [(value as { readonly cooked: string }).cooked] : []
}

function isName(text: string): boolean {
  return names.has(text) || keyName.test(text) || /^(?:[(#.[]|screen and )/.test(text)
}

/** What nobody reads: imports, types, classes, what our own mistakes throw, and what is only compared. */
function isSilent({ type, name, source, operator }: Node): boolean {
  if (type === 'ImportDeclaration' || type === 'ImportExpression') return true
  if (type === 'ExportAllDeclaration' || type === 'ThrowStatement') return true
  if (type === 'ExportNamedDeclaration' && source) return true
  if (type === 'JSXAttribute') return /^(class|d|style|key|id|rel)$/.test(nameOf(name))
  if (type === 'BinaryExpression') return /^[!=]==$/.test(String(operator))
  return /^TS(TypeAlias|Interface|TypeAnnotation|TypeParameter)/.test(type)
}

function isReadIn({ type, name }: Node, isRead: boolean): boolean {
  if (type === 'JSXAttribute') return readable.test(nameOf(name))
  if (type === 'JSXElement' || type === 'JSXFragment') return true
  // Arguments and members have names of their own.
  if (/^(CallExpression|MemberExpression|ArrowFunctionExpression|Property)$/.test(type))
    return false
  return isRead
}

function nameOf(name: unknown): string {
  return String((name as Node | undefined)?.name ?? '')
}

function childrenOf(node: Node): Node[] {
  const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string'
  return Object.values(node).flat().filter(isNode)
}
