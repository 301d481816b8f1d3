import { TextDecoder } from 'node:util'
import type { ImportContext, ImportInput } from './import-format.ts'
import { largestWhole } from './import-limits.ts'
import { UnreadableInput } from './unreadable-input.ts'

/** The text of a file in pieces as they come, without its byte order mark; UTF-8, or UTF-16. */
export async function* textPieces(
  { name, bytes }: ImportInput,
  { progress }: ImportContext,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let read = 0
  for await (const chunk of bytes) {
    if (chunk.length === 0) continue
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
    read += chunk.length
    progress?.(read)
    const text = decoded(decoder, chunk, name)
    if (text !== '') yield text
  }
  const rest = decoder ? decoded(decoder, undefined, name) : ''
  if (rest !== '') yield rest
}

/** The whole text, where a format cannot be read piece by piece. */
export async function wholeText(input: ImportInput, context: ImportContext): Promise<string> {
  const pieces: string[] = []
  let length = 0
  for await (const piece of textPieces(input, context)) {
    length += piece.length
    if (length > largestWhole) {
      throw new UnreadableInput(
        `"${input.name}" is larger than ${largestWhole / 2 ** 20} MiB, and a file of this format must be read whole. Split it, or leave out what you do not need.`,
      )
    }
    pieces.push(piece)
  }
  return pieces.join('')
}

function decoded(decoder: TextDecoder, chunk: Uint8Array | undefined, name: string): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch {
    throw new UnreadableInput(
      `"${name}" is not UTF-8. Save it with that encoding (in Excel "Save as", then "CSV UTF-8") and import it again.`,
    )
  }
}

/** UTF-16, which spreadsheets write, begins with its mark, or has a zero in its first letter; all else is UTF-8. */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || first === 0) return 'utf-16be'
  return 'utf-8'
}
