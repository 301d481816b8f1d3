import { writeBase } from './write-base.ts'

/**
 * A base in which everybody knows everybody: eighty make 160 lines more than are drawn as curves, and they cross all
 * over the picture. `when` dates what one knows; `files` come beside.
 */
export function crowd(
  people: number,
  when: (from: number) => string = () => '',
  files: Readonly<Record<string, string>> = {},
): string {
  const ids = Array.from({ length: people }, (_, index) => `p-${index}`)
  const entities = ids.map(
    (id, index) =>
      `  ${id}: { type: person, name: P ${index}, relations: [${ids
        .slice(index + 1)
        .map((other) => `{ knows: ${other}${when(index)} }`)
        .join(', ')}] }`,
  )
  return writeBase({
    'ontology.yaml':
      'name: Crowd\nentities: { person: {}, place: { transit: false } }\nrelations: { knows: { from: [person, place], to: [person, place], kind: social } }\n',
    'all.yaml': `entities:\n${entities.join('\n')}\n`,
    ...files,
  })
}
