import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatHash } from '../../viewer/state/format-hash.ts'
import { parseHash } from '../../viewer/state/parse-hash.ts'
import { keepTrying } from './keep-trying.ts'

const names = [
  ...['entity', 'relation', 'hide-types', 'hide-relations', 'hide', 'chosen', 'only', 'pin'],
  ...['confidence', 'inferred', 'around', 'hops', 'from', 'to', 'path', 'through', 'source'],
  ...[
    'claims',
    'said-by',
    'without-source',
    'without-speaker',
    'when',
    'compare',
    'inactive',
    'find',
    'at',
    'theme',
    'left',
    'right',
  ],
  ...['timeline', '__proto__', 'constructor', ''],
]
const values = fc.oneof(
  fc.constantFrom(
    'ada',
    'ada,bob',
    'ada:1:2',
    'ada:-999999999.9:0',
    '1,2,3',
    '1e999,0,1',
    '-0,0,1',
  ),
  fc.constantFrom('2012', '2012/2013', '../2012', '2012-02-30', '%', '%FF', '%00', '+', '&&', '='),
  fc.constantFrom(
    'probable',
    'no',
    'open',
    'closed',
    'dark',
    'anything',
    'only',
    'paths',
    '0',
    '-1',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.double().map(String),
  fc.array(fc.double(), { maxLength: 4 }).map(String),
)
const hash = fc.oneof(
  fc
    .array(fc.tuple(fc.constantFrom(...names), values, fc.boolean()), { maxLength: 8 })
    .map(
      (pairs) =>
        `#${pairs.map(([name, value, raw]) => `${name}=${raw ? value : encode(value)}`).join('&')}`,
    ),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

function encode(value: string): string {
  return isWhole(value) ? encodeURIComponent(value) : value
}

test('whatever an address holds is a view, and that view has an address', async () => {
  await keepTrying('addresses of views', 0.06, hash, (text) => {
    const view = parseHash(text)
    if (!isWhole(text)) return
    const address = formatHash(view)
    // Places are rounded when they are written, so the second time says what stays.
    const again = parseHash(address)
    expect(parseHash(formatHash(again))).toEqual(again)
    expect(again.selected).toEqual(view.selected)
    expect(again.pins).toEqual(view.pins)
    expect(({} as { ada?: unknown }).ada).toBeUndefined()
  })
})

/** Half a character has no place in an address. */
function isWhole(text: string): boolean {
  return !/\p{Cs}/u.test(text)
}
