import { useState } from 'preact/hooks'
import type { NamedView } from '../../src/model/named-view.ts'
import { forgetView, keepView } from '../data/keep-view.ts'
import { Icon } from '../parts/icons.tsx'
import { formatHash } from '../state/format-hash.ts'
import { parseHash } from '../state/parse-hash.ts'
import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'

/** What the base keeps under a name, to be opened; under `serve` also to be kept and forgotten. */
export function Views() {
  const { base } = useViewer()
  const [said, setSaid] = useState('')
  const keeper = base.status.value?.keeper
  const views = base.views.value
  return (
    <>
      {views.length === 0 && <p class="quiet">{later.noViews}</p>}
      <ul class="views">
        {views.map((view) => (
          <li key={view.name} class="kept-view">
            <OpenView view={view} />
            {keeper !== undefined && <Forget name={view.name} keeper={keeper} onSaid={setSaid} />}
          </li>
        ))}
      </ul>
      {keeper === undefined ? (
        <p class="quiet">{later.viewsElsewhere}</p>
      ) : (
        <Keep keeper={keeper} onSaid={setSaid} />
      )}
      <p role="status">{said}</p>
    </>
  )
}

/** The theme is the reader's own, whatever the view was made with. */
function OpenView({ view: { name, note, address } }: { readonly view: NamedView }) {
  const { change, viewsOpen, announcement } = useViewer()
  const open = () => {
    change((now) => ({ ...parseHash(address), theme: now.theme }))
    viewsOpen.value = false
    announcement.value = later.viewOpened(name)
  }
  return (
    <button type="button" class="choice" onClick={open}>
      <bdi>{name}</bdi>
      {note && (
        <bdi class="quiet kept-note" dir="auto">
          {note}
        </bdi>
      )}
    </button>
  )
}

interface Writing {
  readonly keeper: string
  readonly onSaid: (sentence: string) => void
}

function Forget({ name, keeper, onSaid }: Writing & { readonly name: string }) {
  const forget = async () => onSaid((await forgetView(keeper, name)) ?? later.viewForgotten(name))
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={later.forgetView(name)}
      title={later.forgetView(name)}
      onClick={forget}
    >
      <Icon name="close" />
    </button>
  )
}

function Keep({ keeper, onSaid }: Writing) {
  const { base, view } = useViewer()
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  const isThere = base.views.value.some((kept) => kept.name === name.trim())
  const keep = async (event: Event) => {
    event.preventDefault()
    const address = formatHash({ ...view.value, theme: null, search: null }).slice(1)
    const why = await keepView(keeper, name, note, address)
    onSaid(why ?? later.viewKept(name.trim()))
    if (why !== undefined) return
    setName('')
    setNote('')
  }
  return (
    <form class="keep-view" onSubmit={keep}>
      <h3>{later.keepWhatYouSee}</h3>
      <Field label={later.viewName} value={name} onInput={setName} required />
      <Field label={later.viewNote} value={note} onInput={setNote} />
      <button type="submit" class="button">
        {isThere ? later.replaceView : later.keepView}
      </button>
    </form>
  )
}

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onInput: (text: string) => void
  readonly required?: boolean
}

function Field({ label, value, onInput, required = false }: FieldProps) {
  return (
    <label class="keep-field">
      {label}
      <input
        type="text"
        class="text-field"
        dir="auto"
        maxLength={300}
        required={required}
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    </label>
  )
}
