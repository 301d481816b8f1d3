import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { byAssistant, byCommandLine, type Question } from './as-command-line.ts'
import { type Assistant, connect } from './assistant.ts'

let assistant: Assistant
beforeAll(async () => {
  assistant = await connect('.')
})
afterAll(() => assistant.client.close())

const entity = fc.constantFrom(
  ...['makhdum-nusrat', 'imu', 'al-qaeda', 'ilhom', 'isaf', 'takhar', 'afghanistan'],
  ...['Makhdum Nusrat', 'IMU', 'raid-that-killed-nusrat', 'imuu', 'nobody at all'],
)
const filters = fc.record(
  {
    type: fc.constantFrom(['actor'], ['person', 'place'], ['event'], ['persn']),
    relation: fc.constantFrom(['leads'], ['killed-in', 'in']),
    kind: fc.constantFrom(['affiliation'], ['operation', 'location']),
    asOf: fc.constantFrom('2011', '2012-03', '1999'),
    minConfidence: fc.constantFrom('confirmed', 'possible'),
    source: fc.constant(['lwj-nusrat']),
    saidBy: fc.constant(['isaf']),
    inferred: fc.constant(false),
  },
  { requiredKeys: [] },
)
/** Most questions have one filter or none, since those with many have no answer. */
const few = fc.tuple(filters, fc.nat(9), fc.boolean()).map(([all, pick, certain]) =>
  Object.fromEntries(
    Object.entries(all)
      .filter((_, at) => at === pick)
      .flatMap((entry) =>
        entry[0] === 'asOf' && certain ? [entry, ['certain', true] as const] : [entry],
      ),
  ),
)
const ways = fc.oneof(
  fc.constant({}),
  fc.record({ all: fc.constant(true), max: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ top: fc.integer({ min: 1, max: 12 }), weight: fc.constant('confidence') }),
  fc.record({ via: fc.constantFrom(['imu'], ['leads']), directed: fc.constant(true) }),
  fc.record({ avoid: fc.constant(['imu']), together: fc.constant(true) }),
  fc.record({ along: fc.constantFrom('leads/allied-with', 'member-of*/(linked-to|in)') }),
  fc.record({ project: fc.constant('raid') }),
)
const question = (
  tool: string,
  words: fc.Arbitrary<string[]>,
  args: fc.Arbitrary<object> = fc.constant({}),
): fc.Arbitrary<Question> => fc.record({ tool: fc.constant(tool), words, args }) as never
const one = fc.tuple(entity)
const two = fc.tuple(entity, entity)

const questions = fc.oneof(
  question('find', fc.constantFrom(['nusrat'], ['al kaida'], ['raid'], ['xyzzy'])),
  question('show', one),
  question('neighbours', one, few),
  { weight: 3, arbitrary: question('path', two, fc.tuple(ways, few).map(merged)) },
  question('common', two, few),
  question('timeline', one, few),
  question('stats', fc.constant([]), few),
  question('check', fc.constant([])),
  question('explain', fc.constantFrom([], ['cycle'], ['cylce'])),
)

function merged(parts: readonly object[]): object {
  return Object.assign({}, ...parts)
}

const limits = fc.constantFrom(undefined, 1, 2, 7, 1000)

/** Each question starts a command, which may take a second where others work beside. */
const patience = 240_000

describe('an assistant gets what the command line prints', () => {
  test('of any question, when all pages are put together', { timeout: patience }, async () => {
    let answered = 0
    await fc.assert(
      fc.asyncProperty(questions, limits, async (asked, limit) => {
        const here = byCommandLine(asked, '.')
        const most = asked.tool === 'explain' ? undefined : limit
        expect(await byAssistant(assistant, asked, most)).toEqual(here)
        answered += Number(typeof here !== 'string')
      }),
      { numRuns: 40 },
    )
    expect(answered).toBeGreaterThan(15)
  })
})
