import type { ComponentChildren } from 'preact'
import { later } from '../words/later-texts.ts'
import { texts } from '../words/texts.ts'
import { Icon } from './icons.tsx'

interface CheckRowProps {
  readonly label: string
  readonly count: number
  readonly depth: number
  /** How many of its members are on, of how many. */
  readonly on: number
  readonly of: number
  readonly mark: ComponentChildren
  /** Whether the rows below it are listed; undefined where there are none. */
  readonly open?: boolean | undefined
  readonly onChange: (on: boolean) => void
  readonly onOnly: () => void
  readonly onOpen: (open: boolean) => void
}

/** One switch of the legend: its mark, its name, how many there are, and a way to see nothing else. */
export function CheckRow(props: CheckRowProps) {
  const { label, count, depth, on, of, mark, open, onChange, onOnly, onOpen } = props
  return (
    <div class={`check-row depth-${Math.min(depth, 4)} ${on === 0 ? 'is-off' : ''}`}>
      {open === undefined ? (
        <span class="twist" />
      ) : (
        <button
          type="button"
          class={open ? 'twist is-open' : 'twist'}
          aria-expanded={open}
          aria-label={later.kindsOf(label)}
          onClick={() => onOpen(!open)}
        >
          <Icon name="right" />
        </button>
      )}
      <label>
        <input
          type="checkbox"
          checked={on > 0}
          ref={(input) => {
            if (input) input.indeterminate = on > 0 && on < of
          }}
          onChange={() => onChange(on < of)}
        />
        {mark}
        <bdi class="check-label">{label}</bdi>
      </label>
      <span class="row-end">
        <span class="count">{texts.number(count)}</span>
        <button
          type="button"
          class="only-button"
          aria-label={later.onlyThese(label)}
          onClick={onOnly}
        >
          {later.only}
        </button>
      </span>
    </div>
  )
}
