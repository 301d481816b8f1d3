import type { Code } from '../diagnostics/codes.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { SourceFile } from '../documents/document.ts'
import { parseDocument } from '../documents/parse-document.ts'
import { readLayout } from './format-layout.ts'
import { inOrder } from './format-order.ts'
import { printLayout } from './format-print.ts'
import { hasSameContent } from './format-same-content.ts'
import { shapeOfFile } from './format-shapes.ts'

export type Formatted =
  | { readonly kind: 'formatted'; readonly text: string }
  /** The file has mistakes of YAML; of what it means there is no certain tree. */
  | { readonly kind: 'broken'; readonly diagnostic: Diagnostic }
  /** The formatted text would not say the same: a mistake of ours, and the file is better left alone. */
  | { readonly kind: 'different' }

/** The canonical layout of a file: keys in order, quotes where they are needed, every value and comment kept. */
export function formatDocument(source: SourceFile): Formatted {
  const before = parseDocument(source)
  const diagnostic = before.diagnostics.find(isInTheWay)
  if (diagnostic) return { kind: 'broken', diagnostic }
  const text = source.text.replaceAll('\r\n', '\n')
  const { root } = text === source.text ? before : parseDocument({ path: source.path, text })
  if (before.root === undefined || root === undefined) return { kind: 'different' }
  const keys = root.entries.map(({ key }) => key.value)
  const layout = inOrder(readLayout(text, root), shapeOfFile(source.path, keys))
  const formatted = printLayout(layout)
  const after = parseDocument({ path: source.path, text: formatted })
  if (after.root === undefined || after.diagnostics.some(isInTheWay)) return { kind: 'different' }
  const isSame = hasSameContent({ ...source, root: before.root }, { ...after, root: after.root })
  return isSame ? { kind: 'formatted', text: formatted } : { kind: 'different' }
}

/** What is wrong with letters alone leaves no doubt where they stand. */
const ofLetters: readonly Code[] = ['garbled-text', 'pasted-markup', 'not-nfc']

function isInTheWay({ code }: Diagnostic): boolean {
  return !ofLetters.includes(code)
}
