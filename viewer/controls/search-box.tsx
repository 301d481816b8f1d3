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
  const { base, view, find, adjust, announcement } = useViewer()
  const text = view.value.search
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const asked = text?.trim() ?? ''
  const answer = find.value
  const beyond = base.beyond.value
  const failure = beyond?.searchFailure.value ?? null
  const isCut = beyond?.foundSome.value === true
  const found = useMemo(
    () => (asked === '' || answer === null ? [] : answer(asked, most)),
    [answer, asked],
  )
  const take = useTake(input)

  // Before a key can take one of them: what is said of that comes last.
  useLayoutEffect(() => {
    setActive(0)
    if (asked !== '' && answer !== null) {
      const count = texts.found(found.length)
      announcement.value = isCut ? `${count}. ${texts.foundSome}` : count
    }
  }, [found, asked, answer, isCut, announcement])

  useLayoutEffect(() => {
    if (failure !== null) announcement.value = texts.searchFailed(failure)
  }, [failure, announcement])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && found.length > 0) {
      event.preventDefault()
      setActive((active + step + found.length) % found.length)
    }
    if (event.key === 'Enter') {
      if (failure === null) take(found[active])
      else beyond?.search(asked)
    }
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
      {open && <Results found={found} isCut={isCut} active={active} onTake={take} />}
      {isWaiting && (
        <p class="results searching">
          {failure === null ? texts.searching : texts.searchFailed(failure)}
        </p>
      )}
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
  /** There are very many others, and better ones may be among them. */
  readonly isCut: boolean
  readonly active: number
  readonly onTake: (entity: Found) => void
}

function Results({ found, isCut, active, onTake }: ResultsProps) {
  return (
    <div class="results">
      <div id="search-results" role="listbox" aria-label={texts.searchResults}>
        {found.length === 0 && <p class="quiet no-results">{texts.nothingFound}</p>}
        {found.map((entity, index) => (
          <Result
            key={entity.id}
            id={`found-${index}`}
            entity={entity}
            isActive={index === active}
            onTake={onTake}
          />
        ))}
      </div>
      {isCut && <p class="quiet no-results">{texts.foundSome}</p>}
    </div>
  )
}

interface ResultProps extends Pick<ResultsProps, 'onTake'> {
  readonly id: string
  readonly entity: Found
  readonly isActive: boolean
}

function Result({ id, entity, isActive, onTake }: ResultProps) {
  const { graph: current, visible } = useViewer()
  const graph = current.value
  const isHere = graph?.hasNode(entity.id) === true
  /** Who is not here yet comes when chosen, and nothing hides them. */
  const isHidden = isHere && !isDrawn(visible.value, 'nodes', entity.id)
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      class="result"
      onMouseDown={(event) => {
        event.preventDefault()
        onTake(entity)
      }}
    >
      <TypeMark
        type={entity.type}
        unnamed={isHere && graph.getNodeAttribute(entity.id, 'unnamed')}
      />
      <bdi class="result-name">{entity.label}</bdi>
      <span class="quiet">
        <bdi>{graph ? typeLabel(graph, entity.type) : entity.type}</bdi>
        {isHidden && `, ${texts.hiddenMark}`}
      </span>
      {entity.by && (
        <span class={`quiet found-by is-${entity.by.field}`}>
          <bdi>{entity.by.text}</bdi>
        </span>
      )}
    </div>
  )
}
