import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/** A part of a document, as GitHub's flavour of Markdown has it. */
export interface MarkdownNode {
  readonly type: string
  readonly value?: string
  readonly url?: string
  readonly depth?: number
  /** What a footnote or its mark is called. */
  readonly identifier?: string
  readonly children?: readonly MarkdownNode[]
}

export function readMarkdown(text: string): MarkdownNode {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
}

/** A node and all that is in it, in order. */
export function* everyNode(node: MarkdownNode): Generator<MarkdownNode> {
  yield node
  for (const child of node.children ?? []) yield* everyNode(child)
}

export function textOf(node: MarkdownNode): string {
  return [...everyNode(node)].map(({ value }) => value ?? '').join('')
}
