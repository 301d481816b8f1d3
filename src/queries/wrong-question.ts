/** A question that names what is not there, or asks for what cannot be. The message says so to the one who asked. */
export class WrongQuestion extends Error {
  override readonly name = 'WrongQuestion'
}
