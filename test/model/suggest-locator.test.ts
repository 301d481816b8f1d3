import { expect, test } from 'vitest'
import { suggestLocator } from '../../src/model/suggest-locator.ts'

const none = { paragraphs: undefined, pages: undefined, seconds: undefined, sections: [] }
const paragraphs = { ...none, paragraphs: 20 }
const pages = { ...none, pages: 40 }
const both = { ...paragraphs, pages: 40 }

test.each([
  ['¶ 13', paragraphs, 'p13'],
  ['¶¶12–13', paragraphs, 'p12-p13'],
  ['para. 13', both, 'p13'],
  ['pages 9-7', both, 'page7-page9'],
  ['p9-p3', both, 'p3-p9'],
  ['page12-13', both, 'page12-page13'],
])('%s of %j can only be %s', (locator, places, text) => {
  expect(suggestLocator(places, locator)).toEqual({ text, isOnly: true })
})

test.each([
  ['p. 13', paragraphs, 'p13'],
  ['13', paragraphs, 'p13'],
  ['p. 13', pages, 'page13'],
  ['pp. 12-13', pages, 'page12-page13'],
])('%s of %j may be %s: it is asked for, and no fix writes it', (locator, places, text) => {
  expect(suggestLocator(places, locator)).toEqual({ text, isOnly: false })
})

test.each([
  ['p. 13', both],
  ['13', both],
  ['pp. 12-13', paragraphs],
  ['p. 21', paragraphs],
  ['chapter 3', paragraphs],
])('%s of %j may be anything', (locator, places) => {
  expect(suggestLocator(places, locator)).toBeUndefined()
})
