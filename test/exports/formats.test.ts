import { describe, expect, test } from 'vitest'
import type { ExportFormat, ExportOptions } from '../../src/exports/export-format.ts'
import { formats } from '../../src/exports/formats.ts'
import { awkwardGraph } from './awkward-graph.ts'

const everyOption: Required<ExportOptions> = {
  lossless: true,
  static: true,
  raw: true,
  table: 'nodes',
  about: 'ada',
  base: 'https://example.org/',
}

describe.each<[string, ExportFormat]>(Object.entries(formats))('%s', (_, format) => {
  test('speaks for itself in whole sentences', () => {
    const sentences = [format.description, ...Object.values(format.options), ...format.cannotHold]
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/)
    expect(format.extension).toMatch(/^[a-z]+$/)
  })

  test('obeys the options that it lists and no others', () => {
    for (const [option, value] of Object.entries(everyOption)) {
      const changes = written(format, { [option]: value }) !== written(format)
      expect(changes, option).toBe(option in format.options)
    }
  })

  test('needs the graph laid out if and only if it says so', () => {
    const bare = awkwardGraph()
    bare.updateEachNodeAttributes((_, { x, y, size, color, ...attributes }) => attributes)
    const differs = [...format.write(bare)].join('') !== written(format)
    expect(differs).toBe(format.hasPositions)
  })

  test('writes the same graph the same way twice and ends its last line', () => {
    expect(written(format)).toBe(written(format))
    expect(written(format).endsWith('\n')).toBe(true)
  })

  test('counts no loss below one, and names where it happened', () => {
    for (const { count, example, what } of format.losses(awkwardGraph())) {
      expect(count).toBeGreaterThan(0)
      expect(example).not.toBe('')
      expect(what).toMatch(/^[a-z]/)
    }
  })
})

function written(format: ExportFormat, options: ExportOptions = {}): string {
  return [...format.write(awkwardGraph(), options)].join('')
}
