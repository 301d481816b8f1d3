import { Icon } from '../parts/icons.tsx'
import { lazy } from '../parts/lazy.tsx'
import { setRight } from '../state/changes.ts'
import { useViewer } from '../viewer.ts'
import { counted } from '../words/text.ts'

const PartMessage = lazy(async () => (await import('./part-message.tsx')).PartMessage)

/** What the reader must know about the data and the line to it, over the picture and out of its way. */
export function PictureMessages() {
  const { graph, base } = useViewer()
  return (
    <>
      {(graph.value === null || graph.value.order === 0) && <InsteadOfAPicture />}
      {base.beyond.value && <PartMessage />}
      <div class="messages">
        <StaleMessage />
        <LostMessage />
        <Notices />
      </div>
    </>
  )
}

function InsteadOfAPicture() {
  const { graph, base } = useViewer()
  const failure = base.failure.value
  if (graph.value !== null) {
    return base.status.value === null ? (
      <p class="instead quiet">There are no entities in this graph.</p>
    ) : (
      <div class="instead">
        <h2>No entities yet</h2>
        <p>
          Write one into the data folder, for example <span class="code">people/ada.yaml</span> with
          a <span class="code">type</span> and a <span class="code">name</span>, and save it. It
          appears here at once.
        </p>
        <ErrorsButton />
      </div>
    )
  }
  if (failure === null) return <p class="instead quiet">Opening the graph…</p>
  return (
    <div class="instead">
      <h2>The graph cannot be opened</h2>
      <p>
        <bdi>{failure}</bdi>
      </p>
      <button type="button" class="button" onClick={base.retry}>
        Try again
      </button>
      <ErrorsButton />
    </div>
  )
}

function ErrorsButton() {
  const { base, change } = useViewer()
  const errors = base.status.value?.errors ?? 0
  if (errors === 0) return null
  return (
    <button type="button" class="button" onClick={() => change(setRight('diagnostics'))}>
      Show {counted(errors, 'error')}
    </button>
  )
}

function StaleMessage() {
  const { base, change } = useViewer()
  const status = base.status.value
  if (!status?.stale) return null
  return (
    <p class="message is-warning">
      <span>
        The files have {counted(status.errors, 'error')}. This is the last graph without any.
      </span>
      <button type="button" class="button" onClick={() => change(setRight('diagnostics'))}>
        Show
      </button>
    </p>
  )
}

function LostMessage() {
  const { base, graph } = useViewer()
  const { connection, failure, retry } = base
  if (failure.value !== null && graph.value !== null) {
    return (
      <p class="message is-warning">
        <span>
          The newer graph cannot be opened. <bdi>{failure.value}</bdi>
        </span>
        <button type="button" class="button" onClick={retry}>
          Try again
        </button>
      </p>
    )
  }
  if (connection.value !== 'lost') return null
  return <p class="message">Not connected: changes of the files do not arrive. Trying again…</p>
}

function Notices() {
  const { notices } = useViewer()
  return (
    <>
      {notices.value.map((notice) => (
        <p class="message" key={notice}>
          <bdi>{notice}</bdi>
          <button
            type="button"
            class="icon-button"
            aria-label="Dismiss"
            onClick={() => {
              notices.value = notices.value.filter((other) => other !== notice)
            }}
          >
            <Icon name="close" />
          </button>
        </p>
      ))}
    </>
  )
}
