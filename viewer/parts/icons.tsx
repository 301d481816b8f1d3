import type { ComponentChildren } from 'preact'

interface IconProps {
  readonly name: IconName
}

export type IconName = keyof typeof drawings

/** Line drawings on a grid of 16; the text beside them or the label of their button says what they mean. */
const drawings = {
  search: <path d="M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm3.3 7.8 3.2 3.2" />,
  close: <path d="m4 4 8 8m0-8-8 8" />,
  plus: <path d="M8 3v10M3 8h10" />,
  minus: <path d="M3 8h10" />,
  fit: <path d="M3 6V3h3m4 0h3v3m0 4v3h-3m-4 0H3v-3" />,
  unpin: <path d="M8 9.500v4M5 9.500h6l-1.200-2.500V3.500H6.200V7ZM3 3l10 10" />,
  undo: <path d="M6 3 3 6l3 3M3.5 6H9a3.5 3.5 0 0 1 0 7H6" />,
  redo: <path d="m10 3 3 3-3 3m2.5-3H7a3.5 3.5 0 0 0 0 7h3" />,
  filters: <path d="M2.5 4h11M4.5 8h7M6.5 12h3" />,
  outline: <path d="M3 4h2m2 0h6M5 8h2m2 0h4M5 12h2m2 0h4" />,
  sources: (
    <path d="M3 3.5h2.5v9H3zm2.500 0H8v9H5.500zm3.700.400 2.300-.600 2.100 8.700-2.300.600z" />
  ),
  evidence: <path d="M4 2.5h5.5L12.5 5.5v8H4zM6.5 7.5h3.5M6.5 10.5h3.5" />,
  path: (
    <path d="M4 12a1.5 1.5 0 1 0 0-.01M12 4a1.5 1.5 0 1 0 0-.01M5 11C7.5 9 6 7 8.5 6.5L10.700 4.700" />
  ),
  warning: <path d="M8 2.5 14 13H2zM8 6.5v3m0 1.700v.3" />,
  compare: <path d="M2.5 5h6m-3-3v6M8 12.5h5.5M12.500 3 3.500 13.500" />,
  sun: (
    <path d="M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM8 1.5v1.5m0 10v1.5M1.5 8H3m10 0h1.5M3.400 3.400l1 1m7.200 7.200 1 1m0-9.200-1 1m-7.200 7.200-1 1" />
  ),
  moon: <path d="M13 9.5A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.5Z" />,
  views: <path d="M4.500 2.500h7v11L8 10.500l-3.500 3z" />,
  takeAway: <path d="M8 2.5v7m0 0L5 6.500m3 3 3-3M3 11.500v2h10v-2" />,
  help: <path d="M5.800 6a2.200 2.200 0 1 1 3.300 1.900C8.300 8.400 8 8.800 8 9.700m0 2.300v.3" />,
  focus: <path d="M8 6.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3ZM8 2.5v2m0 7v2M2.5 8h2m7 0h2" />,
  hide: <path d="M2 8s2.300-4 6-4 6 4 6 4-2.300 4-6 4-6-4-6-4Zm1 5L13 3" />,
  left: <path d="M10 3 5 8l5 5" />,
  right: <path d="m6 3 5 5-5 5" />,
  swap: <path d="M5 3 2.5 5.5 5 8M2.5 5.5h9M11 8l2.5 2.5L11 13m2.5-2.5h-9" />,
  outside: <path d="M6 3.5H3.5v9h9V10M9 3h4v4m0-4L7.5 8.5" />,
} satisfies Record<string, ComponentChildren>

export function Icon({ name }: IconProps) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  )
}
