import { Icon } from '../parts/icons.tsx'
import { lazy } from '../parts/lazy.tsx'
import { setRight } from '../state/changes.ts'
import { useViewer } from '../viewer.ts'
import { texts } from '../words/texts.ts'

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

/** As they are written in the files, in any language. */
const exampleFile = 'people/ada.yaml'
const neededKeys = ['type', 'name'] as const

function InsteadOfAPicture() {
  const { graph, base } = useViewer()
  const failure = base.failure.value
  if (graph.value !== null) {
    return base.status.value === null ? (
      <p class="instead quiet">{texts.emptyGraph}</p>
    ) : (
      <div class="instead">
        <h2>{texts.noEntitiesYet}</h2>
        <p>
          {texts.writeOne(
            <span class="code">{exampleFile}</span>,
            <span class="code">{neededKeys[0]}</span>,
            <span class="code">{neededKeys[1]}</span>,
          )}
        </p>
        <ErrorsButton />
      </div>
    )
  }
  if (failure === null) return <p class="instead quiet">{texts.opening}</p>
  return (
    <div class="instead">
      <h2>{texts.cannotBeOpened}</h2>
      <p>
        <bdi>{failure}</bdi>
      </p>
      <button type="button" class="button" onClick={base.retry}>
        {texts.tryAgain}
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
      {texts.showErrors(errors)}
    </button>
  )
}

function StaleMessage() {
  const { base, change } = useViewer()
  const status = base.status.value
  if (!status?.stale) return null
  return (
    <p class="message is-warning">
      <span>{texts.staleGraph(status.errors)}</span>
      <button type="button" class="button" onClick={() => change(setRight('diagnostics'))}>
        {texts.show}
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
        <span>{texts.newerCannotBeOpened(<bdi>{failure.value}</bdi>)}</span>
        <button type="button" class="button" onClick={retry}>
          {texts.tryAgain}
        </button>
      </p>
    )
  }
  if (connection.value !== 'lost') return null
  return <p class="message">{texts.notConnected}</p>
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
            aria-label={texts.dismiss}
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
