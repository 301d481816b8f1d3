import { Icon, type IconName } from '../parts/icons.tsx'
import { unpinAll } from '../state/pins.ts'
import { useViewer } from '../viewer.ts'
import { texts } from '../words/texts.ts'
import { redo, showAll, undo } from './commands.ts'

/** What the keys do to the picture, for the mouse and the finger. */
export function PictureTools() {
  const viewer = useViewer()
  const { picture, canUndo, canRedo, view, change } = viewer
  return (
    <div id="tools" class="tools" role="toolbar" aria-label={texts.picture}>
      <Tool icon="plus" label={texts.zoomIn} keys="+" run={() => picture.value?.zoom(1.4)} />
      <Tool icon="minus" label={texts.zoomOut} keys="-" run={() => picture.value?.zoom(1 / 1.4)} />
      <Tool icon="fit" label={texts.fit} keys="F" run={() => showAll(viewer)} />
      {view.value.pins.length > 0 && (
        <Tool icon="unpin" label={texts.putEverythingBack} run={() => change(unpinAll)} />
      )}
      <hr />
      <Tool
        icon="undo"
        label={texts.undo}
        keys="Ctrl+Z"
        run={() => undo(viewer)}
        disabled={!canUndo.value}
      />
      <Tool
        icon="redo"
        label={texts.redo}
        keys="Ctrl+Shift+Z"
        run={() => redo(viewer)}
        disabled={!canRedo.value}
      />
    </div>
  )
}

interface ToolProps {
  readonly icon: IconName
  readonly label: string
  readonly keys?: string
  readonly run: () => void
  readonly disabled?: boolean
}

function Tool({ icon, label, keys, run, disabled = false }: ToolProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={keys === undefined ? label : texts.withKey(label, keys)}
      disabled={disabled}
      onClick={run}
    >
      <Icon name={icon} />
    </button>
  )
}
