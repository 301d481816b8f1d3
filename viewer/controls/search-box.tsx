import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Found } from '../../src/queries/search-entities.ts'
import { Icon } from '../parts/icons.tsx'
import { TypeMark } from '../parts/type-mark.tsx'
import { selectEntity, setSearch } from '../state/changes.ts'
import { isDrawn } from '../state/visible.ts'
import { useViewer } from '../viewer.ts'
import { typeLabel } from '../words/claims.ts'
import { texts } from '../words/texts.ts'

const most = 12

/** Finds an entity by any spelling of its name; arrows walk the answers, Enter takes one. */
export function SearchBox() {
  const { view, find, adjust, announcement } = useViewer()
  const text = view.value.search
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const asked = text?.trim() ?? ''
  const answer = find.value
  const found = useMemo(
    () => (asked === '' || answer === null ? [] : answer(asked, most)),
    [answer, asked],
  )
  const take = useTake(input)

  // Before a key can take one of them: what is said of that comes last.
  useLayoutEffect(() => {
    setActive(0)
    if (asked !== '' && answer !== null) announcement.value = texts.found(found.length)
  }, [found, asked, answer, announcement])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && found.length > 0) {
      event.preventDefault()
      setActive((active + step + found.length) % found.length)
    }
    if (event.key === 'Enter') take(found[active])
    if (event.key === 'Escape') {
      event.stopPropagation()
      adjust(setSearch(null))
      document.getElementById('picture')?.focus()
    }
  }
  const open = asked !== '' && answer !== null
  const isWaiting = asked !== '' && answer === null
  return (
    <search class="search">
      <Icon name="search" />
      <input
        ref={input}
        id="search"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={texts.findEntity}
        aria-label={texts.findEntity}
        aria-expanded={open}
        aria-controls="search-results"
        aria-autocomplete="list"
        aria-activedescendant={open && found.length > 0 ? `found-${active}` : undefined}
        dir="auto"
        value={text ?? ''}
        onInput={({ currentTarget }) => adjust(setSearch(currentTarget.value))}
        onFocus={() => adjust(setSearch(text ?? ''))}
        onBlur={() => adjust(setSearch(null))}
        onKeyDown={onKeyDown}
      />
      <span class="key" aria-hidden="true">
        /
      </span>
      {open && <Results found={found} active={active} onTake={take} />}
      {isWaiting && <p class="results searching">{texts.searching}</p>}
    </search>
  )
}

function useTake(input: { readonly current: HTMLInputElement | null }) {
  const { adjust, announcement, change, picture, view, visible } = useViewer()
  return (entity: Found | undefined) => {
    if (entity === undefined) return
    const endsPath = view.value.path?.to === null
    change(selectEntity(entity.id))
    adjust(setSearch(null))
    const isShown = isDrawn(visible.value, 'nodes', entity.id)
    if (!isShown) announcement.value = texts.foundButHidden(entity.label)
    else if (!endsPath) picture.value?.reveal([entity.id], true)
    input.current?.blur()
    document.getElementById('picture')?.focus()
  }
}

interface ResultsProps {
  readonly found: readonly Found[]
  readonly active: number
  readonly onTake: (entity: Found) => void
}

function Results({ found, active, onTake }: ResultsProps) {
  const { graph: current, visible } = useViewer()
  const graph = current.value
  /** Who is not here yet comes when chosen, and nothing hides them. */
  const isHidden = (id: string) => graph?.hasNode(id) && !isDrawn(visible.value, 'nodes', id)
  return (
    <div class="results" id="search-results" role="listbox" aria-label={texts.searchResults}>
      {found.length === 0 && <p class="quiet no-results">{texts.nothingFound}</p>}
      {found.map((entity, index) => (
        <div
          key={entity.id}
          id={`found-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          class="result"
          onMouseDown={(event) => {
            event.preventDefault()
            onTake(entity)
          }}
        >
          <TypeMark
            type={entity.type}
            unnamed={graph?.hasNode(entity.id) && graph.getNodeAttribute(entity.id, 'unnamed')}
          />
          <bdi class="result-name">{entity.label}</bdi>
          <span class="quiet">
            <bdi>{graph ? typeLabel(graph, entity.type) : entity.type}</bdi>
            {isHidden(entity.id) && `, ${texts.hiddenMark}`}
          </span>
          {entity.by && (
            <span class={`quiet found-by is-${entity.by.field}`}>
              <bdi>{entity.by.text}</bdi>
            </span>
          )}
        </div>
      ))}
    </div>
  )
}
