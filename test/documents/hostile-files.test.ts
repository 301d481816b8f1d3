import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../src/documents/parse-document.ts'

describe('hostile files end in a diagnostic', () => {
  const laughs = `a: &a [x, x]\n${[...'bcdefghi']
    .map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]}, `.repeat(9)}]`)
    .join('\n')}\n`
  const steps = Array.from({ length: 1500 }, (_, depth) => ' '.repeat(depth))

  test.each([
    ['a billion laughs', laughs],
    [
      'twenty thousand anchors',
      Array.from({ length: 20_000 }, (_, n) => `k${n}: &a${n} x`).join('\n'),
    ],
    ['one anchor twenty thousand times', 'a: &a x\n'.repeat(20_000)],
    ['a merge of a thousand', `a: &a { b: c }\nd:\n  <<: [${'*a, '.repeat(1000)}]\n`],
    ['1,500 levels of brackets', `a: ${'['.repeat(1500)}${']'.repeat(1500)}`],
    ['100,000 brackets that are never closed', `a: ${'['.repeat(100_000)}`],
    ['1,500 levels of maps', steps.map((indent) => `${indent}a:`).join('\n')],
    ['1,500 levels of lists', `a:\n${steps.map((indent) => `${indent}-`).join('\n')}`],
    ['100,000 lists in one line', `a:\n  ${'- '.repeat(100_000)}`],
    ['150,000 lists in one line, and a key below', `a:\n  ${'- '.repeat(150_000)}x\nb: c\n`],
    ['a heap of accents', `a: e${'\u0301\u0316'.repeat(300_000)}\n`],
    ['a heap of accents that is written out', `a: "e${'\\u0301'.repeat(31)}"\n`],
    ['2,001 keys', Array.from({ length: 2001 }, (_, n) => `k${n}: x\n`).join('')],
    [
      '2,001 keys beside a tab',
      `${Array.from({ length: 2001 }, (_, n) => `k${n}:\tx\n`).join('')}`,
    ],
    [
      '33 levels',
      `${steps
        .slice(0, 34)
        .map((indent) => `${indent}a:`)
        .join('\n')} b`,
    ],
  ])('%s', (_, text) => {
    const { diagnostics } = parseDocument({ path: 'a.yaml', text })
    expect(diagnostics.map(({ code }) => code)).toContain('unsupported-yaml')
    expect(diagnostics.length).toBeLessThanOrEqual(5)
    for (const { message } of diagnostics) expect(message).toMatch(/\.$/)
  })

  test.each([33, 1500])('of %s levels of brackets the first one too deep is marked', (depth) => {
    const text = `a: ${'['.repeat(depth)}b${']'.repeat(depth)}`
    const { start = 0, end = 0 } =
      parseDocument({ path: 'a.yaml', text }).diagnostics[0]?.span ?? {}
    expect(text.slice(start, end)).toBe('[')
  })

  test('a heap of accents that is written out is not read', () => {
    const text = `a: "e${'\\u0301'.repeat(31)}"\n`
    const { root } = parseDocument({ path: 'a.yaml', text })
    expect(root?.entries[0]?.value).toMatchObject({ text: 'e' })
  })

  test.each([
    ['2,000 keys', Array.from({ length: 2000 }, (_, n) => `k${n}: x\n`).join('')],
    ['30 accents', `a: x${'\u0323'.repeat(30)}\n`],
  ])('%s are allowed', (_, text) => {
    expect(parseDocument({ path: 'a.yaml', text }).diagnostics).toEqual([])
  })

  test('of a map with too many keys all are read', () => {
    const text = Array.from({ length: 2500 }, (_, n) => `k${n}: x\n`).join('')
    expect(parseDocument({ path: 'a.yaml', text }).root?.entries).toHaveLength(2500)
  })

  test.each([
    ['brackets', ']'.repeat(1_000_000)],
    ['quotes', '"'.repeat(300_000)],
    ['spaces within a line', `a: b${' '.repeat(500_000)}c: d\n`],
    ['lines in an open quote', `a: "${'x\n'.repeat(150_000)}`],
    ['tabs', `a: 1\n${'\tb: 1\n'.repeat(5_000)}`],
  ])('a flood of %s ends in a few diagnostics', (_, text) => {
    const { diagnostics } = parseDocument({ path: 'a.yaml', text })
    expect(diagnostics.length).toBeGreaterThan(0)
    expect(diagnostics.length).toBeLessThanOrEqual(20)
  })

  test('32 levels are allowed', () => {
    const text = `${steps
      .slice(0, 32)
      .map((indent) => `${indent}a:`)
      .join('\n')} b`
    expect(parseDocument({ path: 'a.yaml', text }).diagnostics).toEqual([])
  })

  test('one file has at most 20 diagnostics', () => {
    const text = 'a: @b\n'.repeat(1000)
    expect(parseDocument({ path: 'a.yaml', text }).diagnostics).toHaveLength(20)
  })

  test('an open quote is told once, however much follows', () => {
    const text = 'a: "b\n'.repeat(100)
    expect(parseDocument({ path: 'a.yaml', text }).diagnostics).toHaveLength(1)
  })
})
