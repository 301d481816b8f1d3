/** A place to cut a text at, or one before it: half of a character outside the basic plane is no character. */
export function beforePair(text: string, at: number): number {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at
}
