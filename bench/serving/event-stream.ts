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

/** In milliseconds: who has not read for so long may have been cut off for it. */
const unread = 500

/**
 * Listens as a page does, also again where this process has kept the server waiting; `onEnd` is told what else ended it,
 * also where it was refused, unless that was its closing.
 */
export function openEventStream(
  port: number,
  onStatus: (status: ToldStatus) => void,
  onEnd: (why: string) => void,
): EventStream {
  const began = performance.now()
  let isClosed = false
  let again: EventStream | undefined
  const openAgain = () => {
    if (!isClosed) again = openEventStream(port, onStatus, onEnd)
    isClosed = true
  }
  const end = (why: string) => {
    if (!isClosed) onEnd(why)
    isClosed = true
  }
  const breakOff = (why: string) => {
    if (ownLagSince(began) > unread) openAgain()
    else end(why)
  }
  const request = get({ host: '127.0.0.1', port, path: '/events', agent: false })
  request.on('error', ({ message }) => end(message))
  request.on('response', (response) => {
    if (response.statusCode === 408 && ownLagSince(began) > patience) openAgain()
    if (response.statusCode !== 200) end(`status ${response.statusCode}`)
    let rest = ''
    response.setEncoding('utf8').on('data', (text: string) => {
      const events = (rest + text).split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) {
        const data = /^event: change\ndata: (.*)$/.exec(event)?.[1]
        if (data !== undefined) onStatus(JSON.parse(data))
      }
    })
    response.on('error', ({ message }) => breakOff(message)).on('end', () => breakOff('it ended'))
  })
  return {
    close: () => {
      isClosed = true
      again?.close()
      request.destroy()
    },
  }
}
