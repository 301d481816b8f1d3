import { useMemo, useState } from 'preact/hooks'
import { ChangeLink } from '../parts/entity-link.tsx'
import { Shortened } from '../parts/shortened.tsx'
import { showSource } from '../state/source-changes.ts'
import { type SourceOrder, type SourceRow, sourceOrders, sourceRows } from '../state/source-rows.ts'
import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'
import { texts } from '../words/texts.ts'
import { SourceNature } from './citations.tsx'

/** So many sources are listed before the reader asks for the rest; with more than a few there is a box to narrow them. */
const listedAtOnce = 50
const few = 7

/** All sources, those that carry most first. */
export function SourceList() {
  const { base, graph, coverage } = useViewer()
  const [order, setOrder] = useState<SourceOrder>('claims')
  const [wanted, setWanted] = useState('')
  const rows = useMemo(
    () => (graph.value ? sourceRows(graph.value, coverage.value, order, wanted) : []),
    [base.shown.value, order, wanted],
  )
  const total = coverage.value.length
  const most = coverage.value.reduce((max, { claims }) => Math.max(max, claims), 1)
  return (
    <>
      <h2 class="panel-name" tabIndex={-1}>
        {wanted.trim() === ''
          ? texts.sources(total)
          : texts.oneOf(rows.length, texts.sources(total))}
      </h2>
      {total > few && (
        <input
          type="text"
          class="narrowing"
          placeholder={later.narrowBy}
          aria-label={later.narrowSources}
          spellcheck={false}
          dir="auto"
          value={wanted}
          onInput={({ currentTarget }) => setWanted(currentTarget.value)}
        />
      )}
      {total > 1 && <Order order={order} onOrder={setOrder} />}
      <Shortened items={rows} most={listedAtOnce} counted={texts.sources}>
        {(shown) => (
          <ul class="sources">
            {shown.map((row) => (
              <li key={row.id}>
                <SourceItem row={row} most={most} />
              </li>
            ))}
          </ul>
        )}
      </Shortened>
    </>
  )
}

interface OrderProps {
  readonly order: SourceOrder
  readonly onOrder: (order: SourceOrder) => void
}

function Order({ order, onOrder }: OrderProps) {
  const names = Object.keys(sourceOrders) as SourceOrder[]
  return (
    <label class="select-row">
      <span>{later.order}</span>
      <select
        value={order}
        onChange={({ currentTarget: { value } }) =>
          onOrder(names.find((name) => name === value) ?? 'claims')
        }
      >
        {names.map((name) => (
          <option key={name} value={name}>
            {later.sourceOrders[name]}
          </option>
        ))}
      </select>
    </label>
  )
}

function SourceItem({ row, most }: { readonly row: SourceRow; readonly most: number }) {
  const { narrow } = useViewer()
  const { id, title, claims, alone } = row
  return (
    <ChangeLink class="source-row" change={showSource(id, narrow.value)}>
      <span class="source-title">
        <bdi>{title}</bdi>
      </span>
      <span class="quiet">
        <SourceNature source={row} />
      </span>
      <span class="share" aria-hidden="true" style={{ width: `${(claims / most) * 100}%` }}>
        <span style={{ width: `${claims === 0 ? 0 : (alone / claims) * 100}%` }} />
      </span>
      <span class="quiet">
        {claims === 0 ? later.citedByNone : texts.claimsOnItAlone(claims, alone)}
      </span>
    </ChangeLink>
  )
}
