import type { ComponentChildren } from 'preact'

interface QuietWordsProps {
  readonly parts: readonly ComponentChildren[]
}

/** A heading made of elements, in which the words between them step back. */
export function QuietWords({ parts }: QuietWordsProps) {
  return <>{parts.map((part) => (typeof part === 'string' ? <Quiet text={part} /> : part))}</>
}

export function Quiet({ text }: { readonly text: string }) {
  return <span class="quiet">{text}</span>
}
