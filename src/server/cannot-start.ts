/** Why a server did not start. A `reason` is the system's code, such as `EACCES`. */
export type StartFailure =
  | { readonly kind: 'no-free-port'; readonly first: number; readonly last: number }
  /** The system forbids the port or the address. */
  | {
      readonly kind: 'cannot-listen'
      readonly host: string
      readonly port: number
      readonly reason: string
    }
  | { readonly kind: 'viewer-missing'; readonly file: string }
  | { readonly kind: 'data-unreadable'; readonly folder: string; readonly reason: string }

/** The one error that `startServer` rejects with, unless the mistake is ours. */
export class CannotStart extends Error {
  readonly failure: StartFailure

  constructor(failure: StartFailure) {
    super(`The server cannot start: ${failure.kind}`)
    this.failure = failure
  }
}
