import type { Group, Item, Scalar } from '../../edits/format-layout.ts'

// Parts of a file in the form that `dossier format` prints, so that what is written is formatted already.

export type Part = Scalar | Group

/** A text that comes from outside; it gets quotes where it needs them, and lines where it has some. */
export function textPart(text: string): Scalar {
  // As if it stood in lines already: a text may itself begin with the sign for that, as a quotation in mails does.
  return { kind: 'scalar', text, plain: false, raw: canBeLines(text) ? `|\n${text}` : '' }
}

/** An id; the few that YAML would take for something else are in quotes. */
export function idPart(id: string): Scalar {
  return /^(null|true|false|y|yes|n|no|on|off)$/.test(id) ? textPart(id) : wordPart(id)
}

/** A word of Dossier's own: a number, `true`, the name of a kind. */
export function wordPart(text: string): Scalar {
  return { kind: 'scalar', text, plain: true, raw: text }
}

/** A date; only what YAML would take for something else is in quotes. */
export function datePart(text: string): Scalar {
  return /^[-0-9Y./][-0-9XYSE./?~%]*$/.test(text) ? wordPart(text) : textPart(text)
}

/** The entries whose values are there, each in a line. */
export function mapPart(entries: readonly (readonly [string, Part | undefined])[]): Group {
  return { ...group('map', itemsOf(entries)), isFlow: false }
}

/** The same in brackets, where it fits a line and no text has lines. */
export function briefPart(entries: readonly (readonly [string, Part | undefined])[]): Group {
  const items = itemsOf(entries)
  return { ...group('map', items), isFlow: items.every(({ value }) => canBeBrief(value)) }
}

export function listPart(values: readonly Part[]): Group {
  return { ...group('list', values.map(itemOf)), isFlow: false }
}

/** In brackets, where it fits a line. */
export function briefList(values: readonly Part[]): Group {
  return { ...listPart(values), isFlow: values.every(canBeBrief) }
}

/** The entry has a blank line above it. */
export function apart({ items, ...rest }: Group, ...keys: readonly string[]): Group {
  const parted = items.map((item) =>
    keys.includes(item.key?.text ?? '') ? { ...item, afterBlank: true } : item,
  )
  return { ...rest, items: parted }
}

function group(kind: Group['kind'], items: readonly Item[]): Omit<Group, 'isFlow'> {
  return { kind, items, tail: [] }
}

function itemsOf(entries: readonly (readonly [string, Part | undefined])[]): Item[] {
  return entries.flatMap(([key, value]) =>
    value === undefined ? [] : [{ ...itemOf(value), key: keyPart(key) }],
  )
}

/** A key that is no word needs its quotes, as a value does. */
function keyPart(key: string): Scalar {
  return /^[a-z][a-z0-9-]*$/.test(key) ? wordPart(key) : textPart(key)
}

function itemOf(value: Part): Item {
  return {
    key: undefined,
    value,
    column: 0,
    above: [],
    afterBlank: false,
    beside: undefined,
    below: [],
    after: [],
  }
}

function canBeBrief(part: Part): boolean {
  return part.kind === 'scalar' ? !part.raw.includes('\n') : part.isFlow
}

/** A text that begins or ends with space, or has a line of spaces or one that begins with a tab, is safer in quotes. */
function canBeLines(text: string): boolean {
  return text.includes('\n') && !/^\s|\s$|\n[^\S\n]+(?=\n)|\n *\t/.test(text)
}
