import { useState } from 'preact/hooks'
import { useViewer } from '../viewer.ts'
import { counted, grouped } from '../words/text.ts'
import { type Saved, saveShown, type Wanted } from './save-shown.ts'

interface Choice {
  readonly label: string
  /** What it is good for. */
  readonly hint: string
  readonly wanted: Wanted
}

const pictures: readonly Choice[] = [
  { label: 'PNG', hint: 'for a screen', wanted: { format: 'png', scale: 1 } },
  { label: 'PNG × 2', hint: 'for a report', wanted: { format: 'png', scale: 2 } },
  { label: 'PNG × 4', hint: 'for a poster', wanted: { format: 'png', scale: 4 } },
  { label: 'SVG', hint: 'to edit and print', wanted: { format: 'svg' } },
]

const data: readonly Choice[] = [
  { label: 'GEXF', hint: 'for Gephi', wanted: { format: 'gexf' } },
  { label: 'JSON', hint: 'with all evidence', wanted: { format: 'json' } },
  { label: 'Entities', hint: 'CSV', wanted: { format: 'csv', table: 'nodes' } },
  { label: 'Relations', hint: 'CSV', wanted: { format: 'csv', table: 'edges' } },
  { label: 'Claims', hint: 'CSV', wanted: { format: 'csv', table: 'claims' } },
  { label: 'Sources', hint: 'CSV', wanted: { format: 'csv', table: 'sources' } },
]

/** The choices of the dialog, and what became of the last one. */
export function TakeAway() {
  const { graph, visible, view } = useViewer()
  const [said, setSaid] = useState<Said | null>(null)
  const save = async (wanted: Wanted) => {
    if (graph.value === null) return
    setSaid({ kind: 'told', sentence: 'Writing…' })
    try {
      setSaid({
        kind: 'saved',
        ...(await saveShown(graph.value, visible.value, view.value, wanted)),
      })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      setSaid({ kind: 'told', sentence: `Nothing was saved. ${reason}` })
    }
  }
  return (
    <>
      <p class="quiet">{useShownInWords()}</p>
      <Choices title="Picture" choices={pictures} onTake={save} />
      <Choices title="Data" choices={data} onTake={save} />
      <h3>Link</h3>
      <div class="link-row">
        <input class="link-text" readOnly value={location.href} aria-label="Link to this view" />
        <button
          type="button"
          class="button"
          onClick={async () => setSaid({ kind: 'told', sentence: await copyLink() })}
        >
          Copy
        </button>
      </div>
      <div role="status">{said && <Answer said={said} />}</div>
    </>
  )
}

interface ChoicesProps {
  readonly title: string
  readonly choices: readonly Choice[]
  readonly onTake: (wanted: Wanted) => void
}

function Choices({ title, choices, onTake }: ChoicesProps) {
  return (
    <>
      <h3>{title}</h3>
      <div class="choices">
        {choices.map(({ label, hint, wanted }) => (
          <button type="button" key={label} class="choice" onClick={() => onTake(wanted)}>
            {label} <span class="quiet">{hint}</span>
          </button>
        ))}
      </div>
    </>
  )
}

/** Gives what to say of it. */
async function copyLink(): Promise<string> {
  try {
    await navigator.clipboard.writeText(location.href)
    return 'The link is copied.'
  } catch {
    return 'This browser does not let a page copy. Copy the link by hand.'
  }
}

type Said =
  | { readonly kind: 'told'; readonly sentence: string }
  | ({ readonly kind: 'saved' } & Saved)

function Answer({ said }: { readonly said: Said }) {
  if (said.kind === 'told') return <p>{said.sentence}</p>
  return (
    <>
      <p>
        Saved as <span class="code">{said.file}</span>.
        {said.losses.length > 0 && ' The page says more than this file:'}
      </p>
      <ul class="losses">
        {said.losses.map(({ kind, count, what }) => (
          <li key={kind}>
            {grouped(count)} {what}
          </li>
        ))}
      </ul>
    </>
  )
}

function useShownInWords(): string {
  const { graph, visible } = useViewer()
  const { nodes, edges, whole } = visible.value
  const shown = `${counted(nodes.size, 'entity', 'entities')} and ${counted(edges.size, 'relation')}`
  return whole || graph.value === null
    ? `All of it: ${shown}.`
    : `What is shown: ${shown}, of ${grouped(graph.value.order)} and ${grouped(graph.value.size)}.`
}
