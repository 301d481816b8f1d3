/** The command cannot be carried out as it was given. The message is shown, and the exit code is 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse'
}
