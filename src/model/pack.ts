import type { SourceFile } from '../documents/document.ts'
import type { Span } from '../text/span.ts'

// What files say is packed: numbers as bytes, seven bits in each, and texts as places in the file. A base of a hundred
// thousand entities has two million places and texts, which as objects take ten times as much and are copied and traced
// by the collector again and again. A string of bytes is looked at by nobody until somebody asks what it says.

/** What is needed to read what was packed. */
export interface PackContext {
  readonly file: SourceFile
  /** What does not stand in the file as it is. */
  readonly extras: readonly unknown[]
}

/** Bytes, each a character, or where they are on the shelf of their file. */
export type Packed = string | number

/** How far behind the last place a text is looked for. */
const near = 400

/** A longer text is not looked for: thousands of claims may share one, and to compare it with the file each time takes minutes. */
const longest = 1000

/** More than a number needs. */
const mostBytes = 5

/** Of most things everything stands in the file: they share this. */
const none: readonly never[] = []

let room = new Uint8Array(4096)

/** Packs one thing. Only one can be packed at a time: all write into the same room. */
export class PackWriter {
  readonly #file: SourceFile
  /** That of the file: to ask a shelf for it once for each text that is packed takes minutes where a file is long. */
  readonly #text: string
  readonly #extras: unknown[] = []
  #length = 0
  #last = 0

  constructor(file: SourceFile, text: string) {
    this.#file = file
    this.#text = text
  }

  /** A whole number from 0 to below 2^31. */
  number(value: number): void {
    this.#reserve()
    let rest = value
    for (; rest > 127; rest >>>= 7) room[this.#length++] = (rest & 127) | 128
    room[this.#length++] = rest
  }

  place({ start, end }: Span): void {
    const step = start - this.#last
    this.number(step < 0 ? -2 * step - 1 : 2 * step)
    this.number(end - start)
    this.#last = start
  }

  /** A text that most likely begins where the last place does, or not far behind. */
  text(value: string | undefined): void {
    const behind = value === undefined ? -1 : this.#find(value)
    if (value === undefined) this.number(0)
    else if (behind < 0) this.number(2 * this.#put(value) + 2)
    else {
      this.number(2 * value.length + 1)
      this.number(behind)
    }
  }

  /** Anything else, as it is. */
  extra(value: unknown): void {
    this.number(this.#put(value))
  }

  /** Writes what somebody may want to skip. */
  skippable(write: () => void): void {
    this.#reserve()
    const at = this.#length
    this.#length += 3
    this.#last = 0
    write()
    const length = this.#length - at - 3
    for (let byte = 0; byte < 3; byte++) room[at + byte] = (length >>> (8 * byte)) & 255
  }

  /** All that was written. */
  packed(): Packed {
    const bytes = Buffer.from(room.buffer, 0, this.#length).toString('latin1')
    return this.#file.shelf?.put(bytes) ?? bytes
  }

  extras(): readonly unknown[] {
    return this.#extras.length > 0 ? this.#extras : none
  }

  #find(value: string): number {
    if (value.length > longest) return -1
    const text = this.#text
    const last = this.#last
    if (text.startsWith(value, last)) return 0
    if (text.startsWith(value, last + 1)) return 1
    return text.slice(last, last + near + value.length).indexOf(value)
  }

  /** What comes several times in a row, such as the citations of a whole file, is kept once. */
  #put(value: unknown): number {
    if (this.#extras.at(-1) !== value || value === undefined) this.#extras.push(value)
    return this.#extras.length - 1
  }

  #reserve(): void {
    if (this.#length + mostBytes <= room.length) return
    const larger = new Uint8Array(2 * room.length)
    larger.set(room)
    room = larger
  }
}

/** Reads what a `PackWriter` has written, in the same order. */
export class PackReader {
  readonly #context: PackContext
  readonly #bytes: string
  #at: number
  #last = 0

  constructor(context: PackContext, packed: Packed, at = 0) {
    this.#context = context
    this.#bytes = typeof packed === 'string' ? packed : (context.file.shelf?.get(packed) ?? '')
    this.#at = at
  }

  number(): number {
    let code = this.#bytes.charCodeAt(this.#at++)
    let value = code & 127
    for (let shift = 7; code > 127; shift += 7) {
      code = this.#bytes.charCodeAt(this.#at++)
      value |= (code & 127) << shift
    }
    return value
  }

  place(): Span {
    const step = this.number()
    const start = this.#last + (step & 1 ? -(step + 1) / 2 : step / 2)
    this.#last = start
    return { file: this.#context.file.path, start, end: start + this.number() }
  }

  text(): string | undefined {
    const head = this.number()
    if (head === 0) return undefined
    if ((head & 1) === 0) return this.#context.extras[head / 2 - 1] as string
    const from = this.#last + this.number()
    const to = from + (head - 1) / 2
    const { file } = this.#context
    return file.slice ? file.slice(from, to) : file.text.slice(from, to)
  }

  extra(): unknown {
    return this.#context.extras[this.number()]
  }

  /** Calls with what can be read of each of a list of skippable parts, and where it begins. */
  eachPart(look: (at: number) => void): void {
    for (let left = this.number(); left > 0; left--) {
      const at = this.#at
      const end = this.enter()
      look(at)
      this.#at = end
    }
  }

  /** Begins a skippable part; gives where it ends. */
  enter(): number {
    let length = 0
    for (let byte = 0; byte < 3; byte++) length |= this.#bytes.charCodeAt(this.#at++) << (8 * byte)
    this.#last = 0
    return this.#at + length
  }

  /** Begins a skippable part behind so many others; false where there is nothing in it. */
  enterPart(number: number): boolean {
    for (let left = number; left > 0; left--) this.#at = this.enter()
    const end = this.enter()
    return end > this.#at
  }
}
