import type { GraphPart, GraphParts } from '../graph/graph-part.ts'

export interface ChangedPart {
  readonly id: string
  readonly before: GraphPart | undefined
  readonly now: GraphPart | undefined
}

export function changedParts(
  before: GraphParts['parts'],
  now: GraphParts['parts'],
): readonly ChangedPart[] {
  const changed: ChangedPart[] = []
  for (const [id, part] of now) {
    const last = before.get(id)
    if (last !== part) changed.push({ id, before: last, now: part })
  }
  for (const [id, part] of before) {
    if (!now.has(id)) changed.push({ id, before: part, now: undefined })
  }
  return changed
}

export interface NodeDegrees {
  readonly of: (id: string) => number
  /** Gives the nodes that have more or fewer edges now. */
  readonly update: (changed: readonly ChangedPart[]) => ReadonlySet<string>
}

/** How many edges begin or end at each node; one from a node to itself counts twice. */
export function nodeDegrees(): NodeDegrees {
  const degrees = new Map<string, number>()

  const update = (changed: readonly ChangedPart[]) => {
    const differences = new Map<string, number>()
    const add = (id: string, by: number) =>
      void differences.set(id, (differences.get(id) ?? 0) + by)
    const count = (id: string, part: GraphPart | undefined, by: number) => {
      for (const { target } of part?.edges ?? []) {
        add(id, by)
        add(target, by)
      }
    }
    for (const { id, before, now } of changed) {
      count(id, before, -1)
      count(id, now, 1)
    }
    const resized = [...differences].filter(([, by]) => by !== 0)
    for (const [id, by] of resized) degrees.set(id, (degrees.get(id) ?? 0) + by)
    return new Set(resized.map(([id]) => id))
  }
  return { of: (id) => degrees.get(id) ?? 0, update }
}
