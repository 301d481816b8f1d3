import { escapeForJson } from '../text/escape-for-terminal.ts'

/**
 * The JSON of an object whose last key holds a list, piece by piece: what `JSON.stringify(…, null, 2)` makes at once. Of a
 * large base the whole may be longer than a text can be.
 */
export function* jsonOfList(
  head: Readonly<Record<string, unknown>>,
  key: string,
  items: Iterable<unknown>,
): Generator<string> {
  const empty = JSON.stringify({ ...head, [key]: [] }, null, 2)
  yield escapeForJson(empty.slice(0, -']\n}'.length))
  let isEmpty = true
  for (const item of items) {
    const lines = JSON.stringify(item, null, 2).replaceAll('\n', '\n    ')
    yield escapeForJson(`${isEmpty ? '' : ','}\n    ${lines}`)
    isEmpty = false
  }
  yield isEmpty ? ']\n}\n' : '\n  ]\n}\n'
}
