import type { Comment } from './format-comments.ts'
import type { Group, Item } from './format-layout.ts'
import type { Shape } from './format-shapes.ts'

/** The same layout with its keys in order; each takes its comments along. */
export function inOrder(group: Group, shape: Shape | undefined): Group {
  const items = group.items.map((item) => {
    if (item.value.kind === 'scalar') return item
    const inner = item.key ? shapeOf(shape, item.key.text) : shape
    return { ...item, value: inOrder(item.value, inner) }
  })
  return { ...group, items: group.kind === 'map' && shape ? sorted(items, shape) : items }
}

function shapeOf(shape: Shape | undefined, key: string): Shape | undefined {
  const { values, others } = shape ?? {}
  return values && Object.hasOwn(values, key) ? values[key] : others
}

function sorted(items: readonly Item[], { keys, isNamed }: Shape): readonly Item[] {
  if (keys === undefined) return items
  const rank = ({ key }: Item) => keys.indexOf(key?.text ?? '')
  const names = isNamed ? items.filter((item) => rank(item) < 0) : []
  // Which of several the relation is, only the ontology knows; that map is a mistake of which nothing is to be hidden.
  if (names.length > 1) return items
  const place = (item: Item) => {
    if (names.includes(item)) return -1
    return rank(item) < 0 ? keys.length : rank(item)
  }
  const inPlace = items.toSorted((a, b) => place(a) - place(b))
  return inPlace[0] === items[0] ? inPlace : withHeadOnTop(inPlace, items[0])
}

/** What stands above the first key and is about all of them stays on top. */
function withHeadOnTop(items: readonly Item[], formerFirst: Item | undefined): readonly Item[] {
  const [first, ...others] = items
  if (first === undefined || formerFirst === undefined) return items
  const count = headLength(formerFirst)
  const [top, ...rest] = formerFirst.above.slice(count)
  const above = top ? [{ ...top, afterBlank: false }, ...rest] : []
  const moved = { ...formerFirst, above, afterBlank: above.length > 0 && formerFirst.afterBlank }
  const head = formerFirst.above.slice(0, count)
  return [below(head, first), ...others.map((item) => (item === formerFirst ? moved : item))]
}

/** A blank line parts it from the key, or it tells an editor how to read the file. */
function headLength({ above, afterBlank }: Item): number {
  if (afterBlank) return above.length
  const gap = above.findLastIndex((comment) => comment.afterBlank)
  const setting = above.findLastIndex(({ text }) => /^#\s*yaml-language-server:/.test(text))
  return Math.max(0, gap, setting + 1)
}

function below(head: readonly Comment[], item: Item): Item {
  if (head.length === 0) return item
  const [first, ...others] = item.above
  if (first === undefined) return { ...item, above: head, afterBlank: true }
  return { ...item, above: [...head, { ...first, afterBlank: true }, ...others] }
}
