/**
 * A text as FollowTheMoney keeps it: composed, without controls and invisible characters, without spaces around it.
 * Nothing where nothing is left. Whoever reads the file does the same, so that what is written is what arrives.
 */
export function ftmText(text: string): string {
  return isPlain.test(text) ? text : untilSettled(text, tidied)
}

/** A name: besides, runs of white space are one space, and quotation marks around it are gone. */
export function ftmName(name: string): string {
  return untilSettled(ftmText(name), (text) =>
    tidied(text)
      .replace(/^["'](.*)["']$/, '$1')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

/** ASCII that begins and ends with something to see. */
const isPlain = /^(?:[!-~](?:[\t\n\r -~]*[!-~])?)?$/

/** Controls but for line ends and tabs, marks that show nothing, and halves of characters. */
const invisible =
  /(?![\t\n\r])[\p{Control}\p{Surrogate}\xad\u061c\u200b-\u200f\u2060-\u2064\ufeff]/gu
const space = /[\u0a00\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g

function tidied(text: string): string {
  return text.normalize('NFC').replace(space, ' ').replace(invisible, '').trim()
}

/** What goes may bring together what belongs together, and marks may stand within marks. */
function untilSettled(text: string, tidy: (text: string) => string): string {
  const next = tidy(text)
  return next === text ? text : untilSettled(next, tidy)
}
