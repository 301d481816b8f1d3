/** A key in brackets, for who has a keyboard. */
export function KeyHint({ of }: { readonly of: string }) {
  return (
    <span class="key-hint">
      {' '}
      (<kbd>{of}</kbd>)
    </span>
  )
}
