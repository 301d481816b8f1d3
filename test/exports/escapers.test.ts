import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvRow } from '../../src/exports/csv/csv-row.ts'
import { cypherLiteral, cypherMap, cypherName } from '../../src/exports/cypher/cypher-literal.ts'
import { quotedDot } from '../../src/exports/dot/escape-dot.ts'
import { escapeLine, escapeMarkdown, linkTo } from '../../src/exports/markdown/escape-markdown.ts'
import { quotedMermaid } from '../../src/exports/mermaid/escape-mermaid.ts'
import { localName } from '../../src/exports/rdf/local-name.ts'
import { isSafeIri } from '../../src/exports/rdf/safe-iri.ts'
import { strictAddress } from '../../src/exports/stix/strict-address.ts'
import { countUnwritable, escapeXml } from '../../src/exports/xml.ts'
import { anyText } from './any-text.ts'
import { readXml } from './read-xml.ts'
import { xmlText } from './xml-text.ts'

// What each format's own readers make of it is asked beside the writers; here stands what is written, to the letter.

describe('XML', () => {
  test.each([
    ['a & b < c > d " e \' f', "a &amp; b &lt; c &gt; d &quot; e ' f"],
    ['a\tb\nc\rd', 'a&#9;b&#10;c&#13;d'],
    ['\0\u0008\u000b\u000c\u000e\u001f\ufffe\uffff', '\ufffd'.repeat(8)],
    ['\u007f\u0085\u009f\u00a0\u2028', '&#127;&#133;&#159;\u00a0&#8232;'],
    ['\ud800\u{1f600}\udc00', '\ufffd\u{1f600}\ufffd'],
    [']]>', ']]&gt;'],
  ])('%j is %s', (text, written) => expect(escapeXml(text)).toBe(written))

  test('a reader finds each character again, or U+FFFD, in an element and in an attribute', () => {
    const every = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join(' ')
    const read = (text: string) =>
      readXml(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`).map((element) => [
        element.text,
        element.attributes.b,
      ])
    expect(read(every)).toEqual([[xmlText(every), xmlText(every)]])
    fc.assert(
      fc.property(anyText, (text) => {
        expect(read(text)).toEqual([[xmlText(text), xmlText(text)]])
        expect(countUnwritable(text)).toBe(
          [...text].filter((character) => xmlText(character) !== character).length,
        )
      }),
    )
  })
})

describe('CSV', () => {
  test.each([
    [['a', 1, true, undefined, -5.2], 'a,1,true,,-5.2\r\n'],
    [['a,b', 'c"d', 'e\rf', 'g\nh'], '"a,b","c""d","e\rf","g\nh"\r\n'],
    [['=1+1', '-2', 'a\n@b', '\t=', "'=x"], "'=1+1,'-2,\"a\n'@b\",\t'=,''=x\r\n"],
    [['\ud800'], '\ufffd\r\n'],
  ])('%j', (cells, written) => expect(csvRow(cells)).toBe(written))

  test('raw has no apostrophe of ours', () => {
    expect(csvRow(['=1+1', '\ud800'], true)).toBe('=1+1,\ufffd\r\n')
  })
})

describe('DOT', () => {
  test.each([
    ['a "b" \\N &amp; <b>', '"a \\"b\\" \\\\N &amp;amp; <b>"'],
    ['a\r\n\tb\u2028c\u2029d\u0085e', '"a b c d e"'],
    ['\ud800\ufffe\uffff', '"\ufffd\ufffd\ufffd"'],
  ])('%j is %s', (text, written) => expect(quotedDot(text)).toBe(written))
})

describe('Mermaid', () => {
  test.each([
    ['a, b. c: d – é', '"a, b. c: d – é"'],
    ['"]; click', '"#34;#93;#59; click"'],
    ['#35;', '"#35;35#59;"'],
    ['12. a 3. b', '"12#46; a 3. b"'],
    ['a 1. b', '"a 1. b"'],
    ['  a \n\n b\0 ', '"a b"'],
    ['\ud800\ufffe\uffff', '"#65533;#65533;#65533;"'],
    ['\u{1f600}', '"#128512;"'],
    ['e\u0301', '"e\u0301"'],
  ])('%j is %s', (text, written) => expect(quotedMermaid(text)).toBe(written))
})

describe('Markdown', () => {
  test.each([
    ['a*b*_c_', 'a\\*b\\*\\_c\\_'],
    ['[a](b)<c>', '\\[a\\](b)\\<c\\>'],
    ['{a}#&|~$^`\\', '\\{a\\}\\#\\&\\|\\~\\$\\^\\`\\\\'],
    [':tada: a: b', '\\:tada: a: b'],
    ['see https://a.example/x_y now', 'see `https://a.example/x_y` now'],
    ['WWW.a.example', '`WWW.a.example`'],
    ['mailto:a', '`mailto:a`'],
    ['xmpp:a', '`xmpp:a`'],
    ['@user `x`', '`@user` \\`x\\`'],
    [' a \r\n\t b\u0001c ', 'a b c'],
    ['\ud800', '\ufffd'],
    ['- a', '- a'],
  ])('%j is %s', (text, written) => expect(escapeMarkdown(text)).toBe(written))

  test.each([
    ['- a', '\\- a'],
    ['+ a', '\\+ a'],
    ['12. a', '12\\. a'],
    ['3) a', '3\\) a'],
    ['=== a', '\\=== a'],
    [': a', '\\: a'],
    ['% a', '\\% a'],
    ['a - b', 'a - b'],
  ])('%j at the start of a line is %s', (text, written) => {
    expect(escapeLine(text)).toBe(written)
  })

  test.each([
    ['https://a.example/<b> c', '<https://a.example/%3Cb%3E%20c>'],
    ['https://a.example/?a=<b>', '<https://a.example/?a=%3Cb%3E>'],
    ['urn:a>b', '<urn:a%3Eb>'],
    ['data:a b>c<d', '<data:a b%3Ec%3Cd>'.replace(' ', '%20')],
  ])('%s leads to %s', (address, link) => expect(linkTo(address)).toBe(link))
})

describe('Cypher', () => {
  test.each([
    ["a'b\\c", "'a\\'b\\\\c'"],
    ['a\n\r\tb', "'a\\n\\r\\tb'"],
    ['\\u0027', "'\\\\' + 'u0027'"],
    ['\0\u001f\u007f\u009f', "'\\u0000\\u001f\\u007f\\u009f'"],
    ['\u2028\u2029\ufeff\ufffe\uffff', "'\\u2028\\u2029\\ufeff\\ufffe\\uffff'"],
    ['\ud800', "'\ufffd'"],
    [1, '1'],
    [-1.5, '-1.5'],
    [1e21, '1e+21'],
    [2 ** 53, '9007199254740992.0'],
    [true, 'true'],
    [{ day: '2012-03-17' }, "date('2012-03-17')"],
    [[1, 2], '[1, 2]'],
    [[1, 2.5], '[1.0, 2.5]'],
    [[true, false], '[true, false]'],
    [['a', "'"], "['a', '\\'']"],
    [[1, 'a', true], "['1', 'a', 'true']"],
    [[true, 'a'], "['true', 'a']"],
    [[], '[]'],
  ])('%j is %s', (value, written) => expect(cypherLiteral(value)).toBe(written))

  test('a row says what is defined, under names in backticks', () => {
    expect(cypherMap({ a: 1, b: undefined, c_1: 'x' })).toBe("{`a`: 1, `c_1`: 'x'}")
  })

  test.each(['', 'a`b', 'a b', 'a\n', '`', 'é'])('%j is no name', (name) => {
    expect(() => cypherName(name)).toThrow(/is no name/)
  })
})

describe('the local name of an IRI', () => {
  test.each([
    ['ada', 'ada'],
    ['a-b_c9', 'a-b_c9'],
    ['9a', '9a'],
    ['-a-', '%2Da-'],
    ['a.b', 'a%2Eb'],
    ['a>b c', 'a%3Eb%20c'],
    ['é', '%C3%A9'],
    ['\n', '%0A'],
    ['', ''],
  ])('of %j is %s', (id, name) => expect(localName(id)).toBe(name))
})

describe('a strict web address', () => {
  test.each([
    ['https://a.example/x?y=1#z', 'https://a.example/x?y=1#z'],
    ['https://a.example/[1]|`{}^', 'https://a.example/%5B1%5D%7C%60%7B%7D%5E'],
    ["https://a.example/-.~:@!$&'()*+,;=%20_", "https://a.example/-.~:@!$&'()*+,;=%20_"],
    ['https://a.example/?[1]#[2]', 'https://a.example/?%5B1%5D#%5B2%5D'],
    ['no address "at" all', 'no%20address%20%22at%22%20all'],
  ])('%s', (address, strict) => expect(strictAddress(address)).toBe(strict))
})

describe('an IRI', () => {
  test.each([
    'https://example.org/a?b=c&d=(e)#f',
    'https://example.org',
    'http://example.org:8080/%C3%A9/é/حركة',
    'https://[2001:db8::1]/x',
    'https://[::1]:80',
    'https://example.org/@/?a/b?c#d/e?f@g',
    "https://example.org/-._~!$&'()*+,;=:",
    'https://example.org/\u{1f600}\u{20000}\u{30000}',
    'https://\u00e9.example/\ufdf0',
    'urn:isbn:0451450523',
    'tag:example.org,2012:x',
    'x:',
    'a+b-c.d1:e',
    'urn:a/b@c?d#e',
  ])('%s is safe', (iri) => expect(isSafeIri(iri)).toBe(true))

  test.each([
    ...['https://example.org/a b', 'https://example.org/<x>', 'https://example.org/"', 'x:{a}'],
    ...['https://example.org/%zz', 'https://example.org/%a', 'https://example.org/a#b#c', 'x:a|b'],
    ...['https://ada@example.org/', 'https://', 'http://[::1', 'http://[::g]/', 'https://[1]]/'],
    ...['https://example.org/\u202e', 'https://example.org/\ud800', 'https://example.org/\ufffe'],
    ...[
      'https://example.org/\u00a0',
      'https://example.org/\ue000',
      'https://example.org/\u{f0000}',
    ],
    ...[
      'https://example.org/\u0085',
      'https://example.org/\u2028',
      'https://example.org/\u{e0001}',
    ],
    ...['https://example.org/\u{1fffe}', 'https://example.org/\u{2fffe}', 'x:\u{40000}'],
    ...['https://example.org/[1]', 'https://example.org/\\', 'https://example.org:99999/', 'x:^'],
    ...['example.org', '//example.org', '', ':a', '1a:b', 'X:a', 'a b:c', 'x://host/path', 'x:`'],
    ...[
      'https:example.org',
      'http:/a',
      'https:',
      '<x:y>',
      'x:y>',
      'https://a.example/?a<b',
      ' x:y',
    ],
    ...[
      'https://a.example/#a b',
      'x:y\n',
      'https://a.example/\n',
      'x:y?a b',
      'https://a.example/?\ue000',
    ],
  ])('%j is not', (iri) => expect(isSafeIri(iri)).toBe(false))
})
