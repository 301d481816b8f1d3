import { randomUUID } from 'node:crypto'
import { constants, openSync, readSync, rmSync, unlinkSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** In bytes; so much is written at once. */
const atOnce = 2 ** 20

/** In bytes. What lies near each other is mostly asked for one after the other. */
const pageSize = 2 ** 14
const mostPages = 64

/** More than one byte is needed for these. */
const wide = /[^\0-\xff]/

/** The bytes of a length, which stands before each text. */
const head = 4

/**
 * Texts that are too many for the memory, in a file of the system's temporary folder that only this process can open.
 * Nothing is ever taken out: it lasts as long as the process. Throws `NoRoom`.
 */
export class Shelf {
  readonly #file = openNameless()
  readonly #pages = Buffer.allocUnsafe(mostPages * pageSize)
  /** Which page stands at each place, and how much of it was there when it was read. */
  readonly #pageAt = new Float64Array(mostPages).fill(-1)
  readonly #readOf = new Float64Array(mostPages)
  /** What is not yet in the file, which ends at `#written`. */
  #waiting = Buffer.allocUnsafe(atOnce)
  #length = 0
  #written = 0
  /** Where the bytes are that were looked for last. */
  #found = this.#waiting

  /** Gives the place of the text, a whole number. */
  put(text: string): number {
    const isWide = wide.test(text)
    const size = head + text.length * (isWide ? 2 : 1)
    if (size > this.#waiting.length - this.#length) this.#flush()
    if (size > this.#waiting.length) this.#waiting = Buffer.allocUnsafe(size)
    const at = this.#length
    this.#waiting.writeUInt32LE(text.length, at)
    this.#waiting.write(text, at + head, isWide ? 'utf16le' : 'latin1')
    this.#length += size
    return 2 * (this.#written + at + head) + Number(isWide)
  }

  get(place: number): string {
    const at = this.#find(Math.floor(place / 2) - head, head)
    return this.slice(place, 0, this.#found.readUInt32LE(at))
  }

  /** A part of the text, which is long enough for it. */
  slice(place: number, from: number, to: number): string {
    const unit = (place % 2) + 1
    const size = (to - from) * unit
    const at = this.#find(Math.floor(place / 2) + from * unit, size)
    return this.#found.toString(unit === 2 ? 'utf16le' : 'latin1', at, at + size)
  }

  /** Has bytes of one text in `#found`; gives where they begin there. */
  #find(at: number, size: number): number {
    if (at >= this.#written) {
      this.#found = this.#waiting
      return at - this.#written
    }
    const page = Math.floor(at / pageSize)
    const offset = at % pageSize
    if (offset + size > pageSize) {
      this.#found = Buffer.allocUnsafe(size)
      readWhole(this.#file, this.#found, 0, size, at)
      return 0
    }
    const slot = page % mostPages
    if (this.#pageAt[slot] !== page || offset + size > (this.#readOf[slot] as number)) {
      const there = Math.min(pageSize, this.#written - page * pageSize)
      readWhole(this.#file, this.#pages, slot * pageSize, there, page * pageSize)
      this.#pageAt[slot] = page
      this.#readOf[slot] = there
    }
    this.#found = this.#pages
    return slot * pageSize + offset
  }

  #flush(): void {
    for (let at = 0; at < this.#length; ) {
      at += writeSome(this.#file, this.#waiting, at, this.#length - at, this.#written + at)
    }
    this.#written += this.#length
    this.#length = 0
  }
}

/** The same text by itself: a part of a text keeps all of that in memory. */
export function ownText(text: string): string {
  const encoding = wide.test(text) ? 'utf16le' : 'latin1'
  return Buffer.from(text, encoding).toString(encoding)
}

/** The temporary folder takes no more, or nothing at all. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom'
  readonly folder = tmpdir()
  /** What the system said, such as `ENOSPC`. */
  readonly code: string

  constructor(cause: unknown) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'EIO'
    super(`The folder "${tmpdir()}" cannot be written (${code}).`, { cause })
    this.code = code
  }
}

/** Removed as soon as it is open, so that nothing is left of it, however the process ends. */
function openNameless(): number {
  const path = join(tmpdir(), `dossier-shelf-${randomUUID()}`)
  const { O_RDWR, O_CREAT, O_EXCL } = constants
  const file = orNoRoom(() => openSync(path, O_RDWR | O_CREAT | O_EXCL, 0o600))
  try {
    unlinkSync(path)
  } catch {
    // Some systems keep the name of what is open.
    process.once('exit', () => rmSync(path, { force: true }))
  }
  return file
}

function writeSome(file: number, from: Buffer, at: number, size: number, to: number): number {
  return orNoRoom(() => writeSync(file, from, at, size, to))
}

function readWhole(file: number, into: Buffer, at: number, size: number, from: number): void {
  for (let read = 0; read < size; ) {
    const count = readSync(file, into, at + read, size - read, from + read)
    if (count === 0) throw new Error('What was put on the shelf is not there.')
    read += count
  }
}

function orNoRoom<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new NoRoom(error)
  }
}
