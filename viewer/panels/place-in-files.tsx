import { openInEditor } from '../data/open-in-editor.ts'
import { useViewer } from '../viewer.ts'
import { texts } from '../words/texts.ts'

interface PlaceInFilesProps {
  readonly file: string
  readonly line: number
}

/** Where a curator finds the claim. */
export function PlaceInFiles({ file, line }: PlaceInFilesProps) {
  return <p class="place-in-files">{texts.writtenIn(<Place file={file} line={line} />)}</p>
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
    tell(await openInEditor(shown, file, line), texts.openedInEditor(text))
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => tell(undefined, texts.copied(text)),
      () => tell(texts.cannotCopy, ''),
    )
  return (
    <>
      <span class="code selectable">{text}</span>{' '}
      {token !== undefined && (
        <button
          type="button"
          class="text-button"
          aria-label={texts.openInEditorAt(text)}
          onClick={() => open(token)}
        >
          {texts.openInEditor}
        </button>
      )}
      {token === undefined && navigator.clipboard !== undefined && (
        <button type="button" class="text-button" aria-label={texts.copyText(text)} onClick={copy}>
          {texts.copy}
        </button>
      )}
    </>
  )
}
