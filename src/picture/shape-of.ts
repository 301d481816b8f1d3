import type { EntityTypeAttributes } from '../graph/knowledge-graph.ts'

export const shapes = ['circle', 'diamond', 'square'] as const
export type Shape = (typeof shapes)[number]

/** The shape says what a type is by nature: something that happens, a backdrop such as a place, or an actor. */
export function shapeOf(type: EntityTypeAttributes | undefined): Shape {
  if (type?.dated) return 'diamond'
  return type?.transit === false ? 'square' : 'circle'
}
