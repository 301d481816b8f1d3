import type { Scalar } from '../../model/claim.ts'
import type { Spell } from '../property-graph/property-graph.ts'

/** The values of a text, as the type of its column has it; a list has several. */
export function gexfValues(text: string, type: string): Scalar[] {
  if (type.startsWith('list')) {
    return listItems(text).flatMap((item) => gexfValues(item, type.slice('list'.length)))
  }
  if (text.trim() === '') return []
  if (type === 'boolean')
    return [
      /^true$/i.test(text.trim()) ? true : text.trim().toLowerCase() === 'false' ? false : text,
    ]
  return [numberTypes.has(type) ? numberOr(text.trim()) : text]
}

const numberTypes = new Set([
  ...['integer', 'long', 'float', 'double', 'byte', 'short', 'bigdecimal', 'biginteger'],
])

/** A number of which no digit is lost; of others the text is kept. */
function numberOr(text: string): Scalar {
  const number = Number(text)
  const isWhole = /^-?[0-9]+$/.test(text)
  return Number.isFinite(number) && (!isWhole || Number.isSafeInteger(number)) ? number : text
}

/** `["a, b", "c"]` as Gephi writes it, `[a, b]`, or `a|b` as GEXF 1.2 has it. */
function listItems(text: string): string[] {
  const list = text.trim()
  if (!list.startsWith('[') || !list.endsWith(']')) return list.split('|').filter(Boolean)
  const items: string[] = []
  const pattern = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^,]*))\s*(?:,|$)/gsy
  const inside = list.slice(1, -1)
  while (pattern.lastIndex < inside.length) {
    const found = pattern.exec(inside)
    // A quote that is never closed: what follows is one text.
    if (found === null) return [...items, inside]
    const [, double, single, plain = ''] = found
    const quoted = double ?? single
    const item = quoted === undefined ? plain.trim() : quoted.replace(/\\(.)/gs, '$1')
    if (item !== '' || quoted !== undefined) items.push(item)
  }
  return items
}

/** The spells that the attributes of an element tell: one with bounds, or several in brackets. */
export function spellsIn(attributes: ReadonlyMap<string, string>): Spell[] {
  const intervals = attributes.get('intervals') ?? ''
  const moments = `${attributes.get('timestamp') ?? ''} ${attributes.get('timestamps') ?? ''}`
  const own = spellOf(attributes)
  return [
    ...(own ? [own] : []),
    ...[...intervals.matchAll(/[[(]\s*([^,\])]*),\s*([^,\])]*)[^\])]*[\])]/g)].flatMap(
      ([, start, end]) => spell(start, end) ?? [],
    ),
    ...moments.split(/[\s,<>[\]]+/).flatMap((moment) => spell(moment, moment) ?? []),
  ]
}

/** The bounds of an element; what is open in them is still a bound. */
export function spellOf(attributes: ReadonlyMap<string, string>): Spell | undefined {
  const bound = (name: string) => attributes.get(name) ?? attributes.get(`${name}open`)
  return spell(bound('start'), bound('end'))
}

function spell(start: string | undefined, end: string | undefined): Spell | undefined {
  const [from, to] = [boundOf(start), boundOf(end)]
  if (from === undefined && to === undefined) return undefined
  return { ...(from !== undefined && { start: from }), ...(to !== undefined && { end: to }) }
}

/** Years that are written as numbers, such as `2009.0`, are years. */
function boundOf(text = ''): string | undefined {
  const bound = text.trim()
  if (bound === '' || /^[-+]?inf(inity)?$/i.test(bound)) return undefined
  return /^[12]\d{3}\.0+$/.test(bound) ? bound.slice(0, 4) : bound
}
