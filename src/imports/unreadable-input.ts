/**
 * The file is not what it was said to be. Readers throw it from the depth of their parsers; `readImport` makes it a
 * result, and nothing else catches it. The message tells what is wrong and the way out.
 */
export class UnreadableInput extends Error {
  override readonly name = 'UnreadableInput'
}
