import { useMemo } from 'preact/hooks'
import { speakers } from '../../src/queries/speakers.ts'
import { isolated } from '../../src/text/direction.ts'
import { leaveSource, onlySaidBy, onlySource, withoutSpeaker } from '../state/source-changes.ts'
import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'
import { texts } from '../words/texts.ts'

/** Only what one source says, or one whom sources quote. */
export function EvidenceFilter() {
  const { base, graph: current, view, change, coverage } = useViewer()
  const graph = current.value
  const quoted = useMemo(() => (graph ? speakers(graph) : []), [base.shown.value])
  const { source, saidBy, withoutSpeaker: silent } = view.value
  if (graph === null) return null
  const sources = coverage.value
    .filter(({ claims }) => claims > 0)
    .map(({ id, title, claims }) => ({ id, name: title, claims }))
  const people = quoted.map(({ id, claims }) => ({
    ...{ id, claims },
    name: graph.hasNode(id) ? graph.getNodeAttribute(id, 'label') : id,
  }))
  return (
    <fieldset class="filter-group">
      <legend>{later.whoSaysIt}</legend>
      <Choice
        label={later.source}
        any={later.any}
        items={[...sources].sort((a, b) => b.claims - a.claims)}
        chosen={source?.mode === 'only' ? source.id : null}
        onChoose={(id) => change(onlySource(id))}
      />
      <Choice
        label={texts.saidBy}
        any={later.anyone}
        items={people}
        chosen={saidBy}
        onChoose={(id) => change(onlySaidBy(id))}
      />
      <Choice
        label={later.leftOut}
        any={later.nobody}
        items={people}
        chosen={silent}
        onChoose={(id) => change(withoutSpeaker(id))}
      />
      {source && source.mode !== 'only' && (
        <p class="inline-notice">
          {(source.mode === 'light' ? later.citesSource : later.restsOnSource)(
            <bdi>{graph.getAttribute('sources')[source.id]?.title ?? source.id}</bdi>,
          )}{' '}
          <button type="button" class="button" onClick={() => change(leaveSource)}>
            {source.mode === 'light' ? later.leave : later.bringBack}
          </button>
        </p>
      )}
    </fieldset>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly any: string
  readonly items: readonly { readonly id: string; readonly name: string; readonly claims: number }[]
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
}

/** What is chosen is offered although no claim bears it out, so that it can be seen and taken back. */
function Choice({ label, any, items, chosen, onChoose }: ChoiceProps) {
  const isListed = chosen === null || items.some(({ id }) => id === chosen)
  return (
    <label class="select-row">
      <span>{label}</span>
      <select
        value={chosen ?? ''}
        onChange={({ currentTarget: { value } }) => onChoose(value === '' ? null : value)}
      >
        <option value="">{any}</option>
        {!isListed && <option value={chosen ?? ''}>{chosen} (0)</option>}
        {items.map(({ id, name, claims }) => (
          <option key={id} value={id}>
            {isolated(name)} ({texts.number(claims)})
          </option>
        ))}
      </select>
    </label>
  )
}
