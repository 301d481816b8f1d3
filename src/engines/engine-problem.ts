/** The server, or what is in it, will not do: the message says why, and what to do about it. It holds no password. */
export class EngineProblem extends Error {
  override readonly name = 'EngineProblem'
}
