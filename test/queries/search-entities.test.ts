import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { readSources } from '../../src/documents/read-sources.ts'
import { entitySearch } from '../../src/queries/search-entities.ts'
import { graphOf } from '../graph/sources-of.ts'
import { smallBase } from './small-base.ts'

const { graph } = compile(await readSources('graph-data'))
const search = entitySearch(graph)

const small = entitySearch(graphOf(smallBase))
const first = (text: string) => small(text)[0]?.id

describe('finds', () => {
  test.each([
    ['its name', 'Makhdum Nusrat', 'makhdum-nusrat'],
    ['its name in another case', 'MAKHDUM nusrat', 'makhdum-nusrat'],
    ['the words in another order', 'nusrat makhdum', 'makhdum-nusrat'],
    ['an alias', 'Mahdum Nasrat', 'makhdum-nusrat'],
    ['its id', 'al-qaida', 'al-qaida'],
    ['a beginning', 'uzbek', 'imu'],
    ['a mistyped word', 'Makhdun', 'makhdum-nusrat'],
    ['a name without its marks', 'shirin', 'makhdum-nusrat'],
    ['a name without its diacritics', 'sirin', 'makhdum-nusrat'],
    ['another transliteration', 'Makhdoom Nusrat', 'makhdum-nusrat'],
    ['an article spelt in another way', 'al Qaeda', 'al-qaida'],
    ['an article from another place', 'el Kaida', 'al-qaida'],
    ['a name without its article', 'Qaeda', 'al-qaida'],
    ['a word after a preposition that looks like an article', 'Kabul', 'town'],
    ['a word of a summary', 'close', 'imu'],
  ])('an entity by %s', (_, text, id) => {
    expect(first(text)).toBe(id)
  })

  test('names before what is only said about another', () => {
    expect(small('al-Kaida').map(({ id }) => id)).toEqual(['al-qaida', 'imu'])
  })

  test('all of the words', () => {
    expect(small('raid Kabul').map(({ id }) => id)).toEqual(['raid'])
  })

  test('the best first, each with its label and type', () => {
    const found = small('Nusrat')
    expect(found.map(({ id }) => id).sort()).toEqual(['ada', 'makhdum-nusrat', 'namesake'])
    expect(found.map(({ score }) => score)).toEqual(
      found.map(({ score }) => score).toSorted((a, b) => b - a),
    )
    expect(small('ISAF')[0]).toMatchObject({ id: 'isaf', label: 'ISAF', type: 'group' })
  })

  test('of alike ones the lesser id first, and no more than are asked for', () => {
    expect(small('Ada Nusrat').map(({ id }) => id)).toEqual(['ada', 'namesake'])
    expect(small('Ada Nusrat', 1).map(({ id }) => id)).toEqual(['ada'])
  })
})

test.each([
  ['Makhdum Nusrat', 'makhdum-nusrat', undefined],
  ['makhdom', 'makhdum-nusrat', undefined],
  ['Mahdum Nasrat', 'makhdum-nusrat', undefined],
  ['sirin', 'makhdum-nusrat', { field: 'alias', text: 'Šīrīn' }],
  ['namesake', 'namesake', { field: 'id', text: 'namesake' }],
  ['close', 'imu', { field: 'summary', text: 'Close to al Qaeda.' }],
] as const)('"%s" tells by what it finds %s, unless by its label', (text, id, by) => {
  expect(small(text)[0]).toMatchObject({ id })
  expect(small(text)[0]?.by).toEqual(by)
})

test.each(['', ' ', '-', '…', 'qzxwv', 'zzzzzzzz', '!!!', 'Copenhagen'])(
  'finds nothing for "%s"',
  (text) => {
    expect(small(text)).toEqual([])
  },
)

describe('of the shipped data, whoever types', () => {
  test.each([
    ['al-Qaida', 'al-qaeda'],
    ['al Qaeda', 'al-qaeda'],
    ["Al-Qa'ida", 'al-qaeda'],
    ['alqaeda', 'al-qaeda'],
    ['al Kaida', 'al-qaeda'],
    ['el-Kaida', 'al-qaeda'],
    ['Qaida', 'al-qaeda'],
    ['Badhakshah', 'badakhshan'],
    ['Badakshan', 'badakhshan'],
    ['Badachschan', 'badakhshan'],
    ['Badaxshan', 'badakhshan'],
    ['Makhdum', 'makhdum-nusrat'],
    ['Mahdum Nosrat', 'makhdum-nusrat'],
    ['Mahdoom Nusrat', 'makhdum-nusrat'],
    ['Maxdum Nusrat', 'makhdum-nusrat'],
    ['Machdum Nusrat', 'makhdum-nusrat'],
    ['Nusrat Makhdom', 'makhdum-nusrat'],
    ['Kunduz', 'kunduz'],
    ['Qunduz', 'kunduz'],
    ['Kondoz', 'kunduz'],
    ['Kundus', 'kunduz'],
    ['Sar-e Pol', 'sar-i-pul'],
    ['Sari Pul', 'sar-i-pul'],
    ['Sar e Pul', 'sar-i-pul'],
    ['saripul', 'sar-i-pul'],
    ['Talibaan', 'taliban'],
    ['Taleban', 'taliban'],
    ['Tālibān', 'taliban'],
    ['Taloqan', 'taloqan'],
    ['Talukan', 'taloqan'],
    ['Taleqan', 'taloqan'],
    ['Shereen Tagab', 'shirin-tagab'],
    ['Shirintagab', 'shirin-tagab'],
    ['Širin Tagāb', 'shirin-tagab'],
    ['Hilmand', 'helmand'],
    ['Faryāb', 'faryab'],
    ['Fariab', 'faryab'],
    ['Uzbekistan movement', 'imu'],
    ['islamic movement of uzbekistan', 'imu'],
    ['I.M.U.', 'imu'],
    ['IMU', 'imu'],
    ['Wasiristan', 'north-waziristan'],
    ['Vaziristan north', 'north-waziristan'],
    ['north waziristan', 'north-waziristan'],
    ['Ilham', 'ilhom'],
    ['Elhom', 'ilhom'],
    ['abdul motaleb beg', 'abdul-mutalib-baig'],
    ['Abd al-Muttalib Baig', 'abdul-mutalib-baig'],
    ['Abdulmutalib Baig', 'abdul-mutalib-baig'],
    ['Mutalib Beg', 'abdul-mutalib-baig'],
    ['Baghdis', 'badghis'],
    ['Bagdis', 'badghis'],
    ['Badghees', 'badghis'],
    ['Baglan', 'baghlan'],
    ['Samanghan', 'samangan'],
    ['Takhār', 'takhar'],
    ['Tachar', 'takhar'],
    ['Isaf', 'isaf'],
    ['U.S.', 'united-states'],
    ['US', 'united-states'],
    ['United States', 'united-states'],
    ['afghan parlament', 'afghan-parliament'],
    ['Afganistan', 'afghanistan'],
    ['Pakestan', 'pakistan'],
    ['drone', 'us-drone-strikes-in-waziristan'],
    ['MP Kabul', 'mp-targeted-in-kabul'],
  ])('"%s" finds %s first', (text, id) => {
    expect(search(text)[0]?.id).toBe(id)
  })
})

test('a word of what is said about an entity finds it', () => {
  const found = search('Christmas').map(({ id }) => id)
  expect(found).toContain('taloqan-funeral-bombing')
  expect(search('drone').map(({ id }) => id)).toContain('united-states')
})

test('whoever types a name, an alias or an id of the shipped data finds the one that bears it first', () => {
  const missed = graph
    .mapNodes((id, { label, aliases }) => [id, label, ...aliases].map((name) => ({ id, name })))
    .flat()
    .filter(({ id, name }) => search(name)[0]?.id !== id)
  expect(missed).toEqual([])
})
