import { expect, test } from 'vitest'
import { luceneQuery } from '../../src/engines/bolt/bolt-search.ts'

const word = (text: string, prefix = false, edits = 0) => ({ text, prefix, edits })

test('a query for Lucene asks for the words before what begins with them and what has slips', () => {
  expect(luceneQuery([word('nusrat', true, 1), word('imu')])).toBe('nusrat^10 nusrat* nusrat~1 imu')
  expect(luceneQuery([])).toBeUndefined()
})

test('nothing in a word means anything to the reader of such queries', () => {
  expect(luceneQuery([word('=ada'), word('~nsrt')])).toBe('\\=ada \\~nsrt')
  expect(luceneQuery([word('a*"b\\c:(d)', true)])).toBe(
    'a\\*\\"b\\\\c\\:\\(d\\)^10 a\\*\\"b\\\\c\\:\\(d\\)*',
  )
  expect(luceneQuery([word('imu OR ada'), word('')])).toBeUndefined()
})
