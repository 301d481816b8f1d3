import { useState } from 'preact/hooks'
import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'
import { texts } from '../words/texts.ts'
import { type Saved, saveShown, type Wanted } from './save-shown.ts'

interface Choice {
  readonly label: string
  /** What it is good for. */
  readonly hint: string
  readonly wanted: Wanted
}

const pictures: readonly Choice[] = [
  { ...later.takeable.png, wanted: { format: 'png', scale: 1 } },
  { ...later.takeable.png2, wanted: { format: 'png', scale: 2 } },
  { ...later.takeable.png4, wanted: { format: 'png', scale: 4 } },
  { ...later.takeable.svg, wanted: { format: 'svg' } },
]

const data: readonly Choice[] = [
  { ...later.takeable.gexf, wanted: { format: 'gexf' } },
  { ...later.takeable.json, wanted: { format: 'json' } },
  { ...later.takeable.nodes, wanted: { format: 'csv', table: 'nodes' } },
  { ...later.takeable.edges, wanted: { format: 'csv', table: 'edges' } },
  { ...later.takeable.claims, wanted: { format: 'csv', table: 'claims' } },
  { ...later.takeable.sources, wanted: { format: 'csv', table: 'sources' } },
]

/** The choices of the dialog, and what became of the last one. */
export function TakeAway() {
  const { graph, groups, visible, view } = useViewer()
  const [said, setSaid] = useState<Said | null>(null)
  const save = async (wanted: Wanted) => {
    if (graph.value === null) return
    setSaid({ kind: 'told', sentence: later.writing })
    try {
      setSaid({
        kind: 'saved',
        ...(await saveShown(graph.value, visible.value, view.value, wanted, groups.value?.all)),
      })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      setSaid({ kind: 'told', sentence: later.nothingSaved(reason) })
    }
  }
  return (
    <>
      <p class="quiet">{useShownInWords()}</p>
      <Choices title={texts.picture} choices={pictures} onTake={save} />
      <Choices title={later.data} choices={data} onTake={save} />
      <h3>{later.link}</h3>
      <div class="link-row">
        <input class="link-text" readOnly value={location.href} aria-label={later.linkToView} />
        <button
          type="button"
          class="button"
          onClick={async () => setSaid({ kind: 'told', sentence: await copyLink() })}
        >
          {texts.copy}
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
    return later.linkCopied
  } catch {
    return later.copyByHand
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
        {later.savedAs(<span class="code">{said.file}</span>)}
        {said.losses.length > 0 && later.pageSaysMore}
      </p>
      <ul class="losses">
        {said.losses.map(({ kind, count, what }) => (
          <li key={kind}>
            {what}: {texts.number(count)}
          </li>
        ))}
      </ul>
    </>
  )
}

function useShownInWords(): string {
  const { graph, visible } = useViewer()
  const { nodes, edges, whole } = visible.value
  const shown = texts.entitiesAndRelations(nodes.size, edges.size)
  return whole || graph.value === null
    ? later.allOfIt(shown)
    : later.whatIsShown(shown, graph.value.order, graph.value.size)
}
