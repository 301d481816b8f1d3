import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeHtml } from '../../src/site/escape-html.ts'
import { inlineCode, inlineJson } from '../../src/site/inline-text.ts'
import { hidden } from '../../src/text/hidden-characters.ts'

/** Texts in which what HTML and Unicode look for is frequent. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom('<', '>', '/', '!', '--', '&', '"', "'", '\\', 'script', '</script', '<!--'),
      fc.constantFrom('\u2028', '\u2029', '\u202e', '\ufeff', '\u0000', '\r', '\ud800', '😀'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
  )
  .map((parts) => parts.join(''))

test('JSON in a page is the same value, with nothing that HTML looks for and nothing hidden', () => {
  fc.assert(
    fc.property(fc.dictionary(texts, fc.array(texts)), (value) => {
      const json = JSON.stringify(value)
      const inline = inlineJson(json)
      expect(JSON.parse(inline)).toEqual(JSON.parse(json))
      expect(inline).not.toContain('<')
      expect(inline.match(hidden)).toBe(null)
    }),
  )
})

test('text in HTML has nothing that begins or ends anything', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"]|&(?!#\d)/)
    }),
  )
  expect(escapeHtml('a < b & "c"\u202e')).toBe('a &#60; b &#38; &#34;c&#34;\ufffd')
})

test('code in HTML does not end its element, and does the same', () => {
  const code = "['</script>', '</STYLE >', `<!--<script>`, /<\\/script><!--/.source, 'a\\r\\nb']"
  const inline = inlineCode(code)
  expect(inline).not.toMatch(/<\/script|<\/style|<!--/i)
  // biome-ignore lint/security/noGlobalEval: whether both are the same program only running them tells.
  const run = globalThis.eval
  expect(run(inline).map((text: string) => text.replaceAll('\\', ''))).toEqual(
    run(code).map((text: string) => text.replaceAll('\\', '')),
  )
  expect(inlineCode('a\r\nb\rc')).toBe('a\nb\nc')
})
