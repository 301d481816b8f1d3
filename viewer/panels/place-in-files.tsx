interface PlaceInFilesProps {
  readonly file: string
  readonly line: number
}

/** Where a curator finds the claim; one click selects the whole text for copying. */
export function PlaceInFiles({ file, line }: PlaceInFilesProps) {
  return (
    <p class="place-in-files">
      Written in{' '}
      <span class="code selectable">
        {file}:{line}
      </span>
    </p>
  )
}
