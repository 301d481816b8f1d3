import {
  type Connection,
  ErrorCodes,
  Message,
  type MessageStrategy,
  ResponseError,
} from 'vscode-languageserver/node'

/** When an editor may say what: it introduces itself once, and after it has taken its leave it only ends the server. */
export interface Turns {
  readonly strategy: MessageStrategy
  /** The editor has introduced itself. */
  readonly begin: () => void
  readonly serve: (connection: Connection) => void
}

/** No name of the protocol. A request out of turn is answered under it. */
const outOfTurn = 'dossier/outOfTurn'

/** What comes out of turn: a request gets the error that the protocol has for it, a notification is passed over. */
export function takeTurns(): Turns {
  let turn: 'before' | 'during' | 'after' = 'before'
  const isInTurn = (method: string) =>
    method === 'exit' || turn === (method === 'initialize' ? 'before' : 'during')
  return {
    strategy: {
      handleMessage: (message, next) => {
        const isRequest = Message.isRequest(message)
        if (!(isRequest || Message.isNotification(message)) || isInTurn(message.method)) {
          return next(message)
        }
        return isRequest ? next({ ...message, method: outOfTurn } as Message) : undefined
      },
    },
    begin: () => {
      turn = 'during'
    },
    serve: (connection) => {
      connection.onShutdown(() => {
        turn = 'after'
      })
      connection.onRequest(outOfTurn, () => {
        const { code, words } = refusals[turn]
        return new ResponseError(code, words)
      })
    },
  }
}

const refusals = {
  before: { code: ErrorCodes.ServerNotInitialized, words: 'The server waits for "initialize".' },
  during: { code: ErrorCodes.InvalidRequest, words: 'The server was initialized before.' },
  after: {
    code: ErrorCodes.InvalidRequest,
    words: 'The server was shut down and waits for "exit".',
  },
}
