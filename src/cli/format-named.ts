import { nearest } from '../text/nearest.ts'
import { WrongUse } from './wrong-use.ts'

/** The format of a table that a person named. Throws `WrongUse`, with the one that was meant, where there is none. */
export function formatNamed<Format>(
  formats: Readonly<Record<string, Format>>,
  name: string,
  purpose = '',
): Format {
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined
  if (format !== undefined) return format
  const names = Object.keys(formats)
  const meant = nearest(name, names)
  const hint = meant === undefined ? `There are ${names.join(', ')}.` : `Did you mean "${meant}"?`
  throw new WrongUse(`There is no format "${name}"${purpose}. ${hint}`)
}
