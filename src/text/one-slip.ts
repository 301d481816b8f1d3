/** A slip of the pen is told apart from another name only in names of some length. */
const shortest = 6
/** A name has as many variants as letters, and those of a very long one would fill the memory. */
const longest = 64

/**
 * Whether two texts are equal but for one slip: a letter too many, too few, another one or one that has moved. They
 * are equal then when one letter is left out of either or of both. Very short and very long texts must be equal.
 */
export function isOneSlipApart(a: string, b: string): boolean {
  if (a === b) return true
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let [endOfA, endOfB] = [a.length, b.length]
  while (endOfA > start && endOfB > start && a[endOfA - 1] === b[endOfB - 1]) {
    endOfA--
    endOfB--
  }
  const [ofA, ofB] = [a.slice(start, endOfA), b.slice(start, endOfB)]
  if (ofA === '') return ofB.length === 1 && mayLoseALetter(b)
  if (ofB === '') return ofA.length === 1 && mayLoseALetter(a)
  const isOther = ofA.length === 1 && ofB.length === 1
  return (isOther || hasMoved(ofA, ofB)) && mayLoseALetter(a) && mayLoseALetter(b)
}

/** Whether the first letter of one stands at the end of the other, and nothing else differs. */
function hasMoved(a: string, b: string): boolean {
  return a.slice(1) + a[0] === b || b.slice(1) + b[0] === a
}

/** Tells hashes (32 bits, unsigned) of a text and of what is left of it without each of its letters; some come twice. */
export function eachSlipHash(text: string, tell: (hash: number) => void): void {
  const whole = hashOf(text)
  tell(whole)
  if (!mayLoseALetter(text)) return
  // The polynomial hash of a text without one letter follows from those of what is before and behind it.
  let behind = whole
  let power = 1
  for (let at = text.length - 1, tail = 0; at >= 0; at--) {
    const letter = text.charCodeAt(at)
    behind = Math.imul(behind - letter, inverse) | 0
    tell((Math.imul(behind, power) + tail) >>> 0)
    tail = (tail + Math.imul(letter, power)) | 0
    power = Math.imul(power, base)
  }
}

function mayLoseALetter({ length }: string): boolean {
  return length >= shortest && length <= longest
}

/** An odd number and the one that undoes a multiplication by it, both modulo 2^32. */
const base = 0x01000193
const inverse = 0x359c449b

export function hashOf(text: string): number {
  let hash = 0
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, base) + text.charCodeAt(at)) | 0
  return hash >>> 0
}
