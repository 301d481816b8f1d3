import { UnreadableInput } from '../unreadable-input.ts'

// Looks into what `JSON.parse` gave, of which nothing is known.

export type JsonObject = Readonly<Record<string, unknown>>

/** The document, or why it is none. */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 120).replace(/\s+/g, ' ') : ''
    throw new UnreadableInput(
      `"${name}" is not JSON (${why}). Export it again, or look at the file with an editor.`,
    )
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What is no own property is not there, whatever `Object.prototype` has. */
export function valueIn(object: unknown, key: string): unknown {
  return isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined
}

export function textIn(object: unknown, key: string): string | undefined {
  const value = valueIn(object, key)
  return typeof value === 'string' ? value : undefined
}

export function numberIn(object: unknown, key: string): number | undefined {
  const value = valueIn(object, key)
  return typeof value === 'number' ? value : undefined
}

export function truthIn(object: unknown, key: string): boolean | undefined {
  const value = valueIn(object, key)
  return typeof value === 'boolean' ? value : undefined
}

export function listIn(object: unknown, key: string): readonly unknown[] {
  const value = valueIn(object, key)
  return Array.isArray(value) ? value : []
}

export function textsIn(object: unknown, key: string): string[] {
  return listIn(object, key).filter((value) => typeof value === 'string')
}

/** The entries of an object under a key, in their order. */
export function entriesIn(object: unknown, key: string): (readonly [string, unknown])[] {
  const value = valueIn(object, key)
  return isObject(value) ? Object.entries(value) : []
}
