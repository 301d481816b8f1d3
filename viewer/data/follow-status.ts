import type { Status } from '../../src/server/status.ts'

/** `still`: nobody tells of changes, as on a published page. */
export type Connection = 'opening' | 'live' | 'lost' | 'still'

export interface StatusListener {
  readonly onStatus: (status: Status) => void
  readonly onConnection: (connection: Connection) => void
}

/** How long to wait before asking a server again that has closed the stream for good. */
const patience = 3000

/** A server that does not answer is waited for. */
export function followStatus(listener: StatusListener): void {
  void fetchStatus().then((status) => {
    if (status !== null) listener.onStatus(status)
    listen(listener)
  })
}

async function fetchStatus(): Promise<Status | null> {
  try {
    const response = await fetch('status.json')
    return response.ok ? ((await response.json()) as Status) : null
  } catch {
    return null
  }
}

/** The browser reconnects by itself after a broken line, but not after an answer such as 503. */
function listen({ onStatus, onConnection }: StatusListener): void {
  const events = new EventSource('events')
  events.addEventListener('open', () => onConnection('live'))
  events.addEventListener('change', ({ data }: MessageEvent<string>) => {
    onStatus(JSON.parse(data) as Status)
  })
  events.addEventListener('error', () => {
    onConnection('lost')
    if (events.readyState !== EventSource.CLOSED) return
    events.close()
    setTimeout(() => listen({ onStatus, onConnection }), patience)
  })
}
