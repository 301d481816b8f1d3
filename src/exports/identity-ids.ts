import type { IdentityAttributes } from '../graph/knowledge-graph.ts'

/** `undecided--ada--bob`, and `--2`, `--3` for what else was decided on the same. */
export function identityIds(
  identity: readonly IdentityAttributes[],
): (readonly [string, IdentityAttributes])[] {
  const counts = new Map<string, number>()
  return identity.map((decision) => {
    const id = [decision.verdict, ...decision.entities].join('--')
    const number = (counts.get(id) ?? 0) + 1
    counts.set(id, number)
    return [number === 1 ? id : `${id}--${number}`, decision] as const
  })
}
