import type { ServerResponse } from 'node:http'
import { securityHeaders } from './security-headers.ts'
import type { Status } from './status.ts'

/** The pages that listen for changes, each on an answer that does not end. */
export interface EventStreams {
  /** False when no more pages can listen. */
  readonly open: (response: ServerResponse) => boolean
  /** Tells every page, unless they know already. */
  readonly send: (status: Status) => void
  readonly close: () => void
}

export const eventHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'Cache-Control': 'no-store',
  'Content-Type': 'text/event-stream; charset=utf-8',
}

const mostStreams = 16
const heartbeatEvery = 15_000
/** A page that has this much unread when there is more to say is cut off; it connects again and gets the newest status. */
const mostUnread = 1024 * 1024

export function openEventStreams(first: Status): EventStreams {
  const streams = new Set<ServerResponse>()
  let latest = JSON.stringify(first)

  const write = (stream: ServerResponse, text: string) => {
    if (stream.writableLength > mostUnread) stream.destroy()
    else stream.write(text)
  }
  const writeAll = (text: string) => {
    for (const stream of streams) write(stream, text)
  }
  const heartbeat = setInterval(() => writeAll(':\n\n'), heartbeatEvery).unref()

  return {
    open: (response) => {
      if (streams.size >= mostStreams) return false
      streams.add(response)
      response.once('close', () => streams.delete(response))
      response.writeHead(200, eventHeaders)
      write(response, `retry: 1000\n\n${changeEvent(latest)}`)
      return true
    },
    send: (status) => {
      const data = JSON.stringify(status)
      if (data === latest) return
      latest = data
      writeAll(changeEvent(data))
    },
    close: () => {
      clearInterval(heartbeat)
      for (const stream of streams) stream.end()
    },
  }
}

/** JSON has no raw line ends, so it is one line of data. */
function changeEvent(data: string): string {
  return `event: change\ndata: ${data}\n\n`
}
