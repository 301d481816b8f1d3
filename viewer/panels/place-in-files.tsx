import { openInEditor } from '../data/open-in-editor.ts'
import { useViewer } from '../viewer.ts'

interface PlaceInFilesProps {
  readonly file: string
  readonly line: number
}

/** Where a curator finds the claim. */
export function PlaceInFiles({ file, line }: PlaceInFilesProps) {
  return (
    <p class="place-in-files">
      Written in <Place file={file} line={line} />
    </p>
  )
}

interface PlaceProps extends PlaceInFilesProps {
  readonly column?: number
}

/** A place in the files and the way there: one click selects its whole text, the button opens or copies it. */
export function Place({ file, line, column }: PlaceProps) {
  const { base, announcement, notices } = useViewer()
  const token = base.status.value?.editor
  const text = [file, line, ...(column === undefined ? [] : [column])].join(':')
  const tell = (why: string | undefined, done: string) => {
    announcement.value = why ?? done
    if (why !== undefined) notices.value = [...new Set([...notices.value, why])]
  }
  const open = async (shown: string) =>
    tell(await openInEditor(shown, file, line), `${text} is open in the editor.`)
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => tell(undefined, `${text} is copied.`),
      () => tell('The browser does not let this page copy.', ''),
    )
  return (
    <>
      <span class="code selectable">{text}</span>{' '}
      {token !== undefined && (
        <button
          type="button"
          class="text-button"
          aria-label={`Open in editor: ${text}`}
          onClick={() => open(token)}
        >
          Open in editor
        </button>
      )}
      {token === undefined && navigator.clipboard !== undefined && (
        <button type="button" class="text-button" aria-label={`Copy ${text}`} onClick={copy}>
          Copy
        </button>
      )}
    </>
  )
}
