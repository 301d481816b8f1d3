import { get } from 'node:http'
import { patience } from './ask.ts'
import { ownLagSince } from './own-lag.ts'

/** What a page reads of the server's status. */
export interface ToldStatus {
  readonly graph: string
  readonly stale: boolean
  readonly errors: number
  readonly warnings: number
}

export interface EventStream {
  readonly close: () => void
}

/** Listens as a page does; `onEnd` is told what ended it, also where it was refused, unless that was its closing. */
export function openEventStream(
  port: number,
  onStatus: (status: ToldStatus) => void,
  onEnd: (why: string) => void,
): EventStream {
  const began = performance.now()
  let isClosed = false
  let again: EventStream | undefined
  const end = (why: string) => {
    if (!isClosed) onEnd(why)
    isClosed = true
  }
  const request = get({ host: '127.0.0.1', port, path: '/events', agent: false })
  request.on('error', ({ message }) => end(message))
  request.on('response', (response) => {
    if (response.statusCode === 408 && ownLagSince(began) > patience && !isClosed) {
      isClosed = true
      again = openEventStream(port, onStatus, onEnd)
    }
    if (response.statusCode !== 200) end(`status ${response.statusCode}`)
    let unread = ''
    response.setEncoding('utf8').on('data', (text: string) => {
      const events = (unread + text).split('\n\n')
      unread = events.pop() ?? ''
      for (const event of events) {
        const data = /^event: change\ndata: (.*)$/.exec(event)?.[1]
        if (data !== undefined) onStatus(JSON.parse(data))
      }
    })
    response.on('error', ({ message }) => end(message)).on('end', () => end('it ended'))
  })
  return {
    close: () => {
      isClosed = true
      again?.close()
      request.destroy()
    },
  }
}
