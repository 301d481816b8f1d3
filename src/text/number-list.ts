type Column = Uint8Array | Uint32Array | Float64Array

/** Numbers in a column that grows, without a box for each. */
export class NumberList<C extends Column> {
  readonly #make: new (
    length: number,
  ) => C
  #room: C
  #length = 0

  constructor(make: new (length: number) => C) {
    this.#make = make
    this.#room = new make(1024)
  }

  add(number: number): void {
    if (this.#length === this.#room.length) {
      const larger = new this.#make(2 * this.#length)
      larger.set(this.#room)
      this.#room = larger
    }
    this.#room[this.#length++] = number
  }

  /** All of them, until the next one is added. */
  list(): C {
    return this.#room.subarray(0, this.#length) as C
  }
}
