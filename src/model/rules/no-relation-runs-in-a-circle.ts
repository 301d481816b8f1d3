import type { Report } from '../../diagnostics/diagnostic.ts'
import { cycle } from '../../diagnostics/problems/meaning.ts'
import { groupBy } from '../group-by.ts'
import type { Relation } from '../relation.ts'
import type { AllRelationsRule } from '../rule.ts'

/** A relation that is acyclic, such as `part-of`, never leads back to where it began. */
export const noRelationRunsInACircle: AllRelationsRule = {
  asks: ({ acyclic }) => acyclic,
  check: reportCircles,
}

function reportCircles(relations: readonly Relation[], report: Report): void {
  const types = new Set(relations.map(({ type }) => type))
  for (const type of types) {
    const steps = groupBy(
      relations.filter((relation) => relation.type === type),
      ({ source }) => source.id.value,
    )
    const done = new Set<string>()
    for (const id of steps.keys()) {
      for (const circle of circlesFrom(id, steps, done)) {
        const links = circle.map((relation) => ({
          id: relation.source.id.value,
          said: relation.written[0].claim.target,
        }))
        report(cycle(type.id, links))
      }
    }
  }
}

/** The relations of a circle, the one that closes it last. */
type Circle = readonly Relation[]

/** Depth first with its own stack, so that a long chain cannot overflow; `done` holds what needs no second visit. */
function* circlesFrom(
  start: string,
  steps: ReadonlyMap<string, readonly Relation[]>,
  done: Set<string>,
): Generator<Circle> {
  const stepsFrom = (id: string) => (done.has(id) ? [] : (steps.get(id) ?? [])).values()
  const path = [start]
  /** One less than the path: each leads to the next of it. */
  const walked: Relation[] = []
  const onPath = new Set(path)
  const open = [stepsFrom(start)]
  while (open.length > 0) {
    const last = open.at(-1)?.next().value
    const id = last?.target.id.value
    if (last === undefined || id === undefined) {
      open.pop()
      const left = path.pop() ?? start
      walked.pop()
      onPath.delete(left)
      done.add(left)
    } else if (onPath.has(id)) yield [...walked.slice(path.indexOf(id)), last]
    else {
      path.push(id)
      walked.push(last)
      onPath.add(id)
      open.push(stepsFrom(id))
    }
  }
}
