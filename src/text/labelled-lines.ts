/** A label, which is one line without a colon, and what it says. */
export type Labelled = readonly [label: string, text: string]

/** A line for each entry, such as `Note: …`. A text of several lines goes on in lines that are set in. */
export function writeLabelled(entries: readonly Labelled[]): string {
  return entries.map(([label, text]) => `${label}: ${text.replaceAll('\n', '\n  ')}`).join('\n')
}

/** The entries that `writeLabelled` wrote. A line that begins without a label is an entry whose label is empty. */
export function readLabelled(text: string): Labelled[] {
  return text.split(/\n(?! {2})/).map((entry) => {
    const told = entry.replaceAll('\n  ', '\n')
    const label = /^([^:\n]+):(?: |(?=\n|$))/.exec(told)
    return label ? [label[1] ?? '', told.slice(label[0].length)] : ['', told]
  })
}
