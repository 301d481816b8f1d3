import type { Component } from './layout-components.ts'

/** Which way a node would like to stand from the middle of the picture, and how much it minds. */
export interface Wish {
  readonly right: number
  readonly up: number
}

/**
 * What each node of a component wishes: as its id says and as those say that are near it, in the order of the nodes.
 * A node more or less changes few wishes by little, and those who stand together wish about the same, so that all of
 * them together seldom want something else.
 */
export function wishesIn({ nodes, ties }: Component): readonly Wish[] {
  const numbers = new Map(nodes.map((node, number) => [node, number]))
  let wishes = nodes.map(wishOf)
  for (let round = 0; round < rounds; round++) {
    const heard = [...wishes]
    for (const { source, target, weight } of ties) {
      const [a, b] = [numbers.get(source) ?? 0, numbers.get(target) ?? 0]
      heard[a] = sum(heard[a], wishes[b], weight)
      heard[b] = sum(heard[b], wishes[a], weight)
    }
    wishes = heard
  }
  return wishes
}

/** How many ties a wish is heard over. */
const rounds = 2

function sum(a: Wish = none, b: Wish = none, weight: number): Wish {
  return { right: a.right + b.right * weight, up: a.up + b.up * weight }
}

const none: Wish = { right: 0, up: 0 }

/**
 * Two numbers from -32,767 to 32,768 that the id decides, by the FNV-1a hash. It is mixed once more, because ids that
 * differ in their last letter alone would wish nearly the same.
 */
export function wishOf(id: string): Wish {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  hash ^= hash >>> 13
  return { right: (hash & 0xffff) - 0x7fff, up: (hash >>> 16) - 0x7fff }
}
