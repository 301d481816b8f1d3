/** A value that prints as a text, such as an answer as the shell shows it. The text is made once, when it is asked for. */
export type Readable<T> = T & { readonly toString: () => string }

/** Adds the text without showing in JSON or among the keys. */
export function readable<T extends object>(value: T, tell: () => string): Readable<T> {
  let text: string | undefined
  const textOf = () => {
    text ??= tell()
    return text
  }
  return Object.defineProperty(value, 'toString', { value: textOf }) as Readable<T>
}

/** A list whose items are made one by one as they are walked: who stops early has no work done for the rest. */
export function lazily<From, To>(items: readonly From[], make: (item: From) => To): Iterable<To> {
  return {
    *[Symbol.iterator]() {
      for (const item of items) yield make(item)
    },
  }
}
