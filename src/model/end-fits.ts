import type { Ontology } from './ontology.ts'

/** Whether an entity of a type may be an end. One that the ontology left open takes any; an unknown type is another mistake. */
export function endFits(
  type: string,
  allowed: readonly string[],
  { entityTypes }: Ontology,
): boolean {
  const known = entityTypes.get(type)
  return known === undefined || allowed.length === 0 || known.types.some((t) => allowed.includes(t))
}
