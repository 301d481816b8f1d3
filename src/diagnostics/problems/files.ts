import type { Span } from '../../text/span.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { error, start, warning } from './wording.ts'

export function unreadableFile(path: string, reason: string): Diagnostic {
  const told: Record<string, string> = {
    EACCES: 'you have no permission to read it. Change its permissions',
    EPERM: 'you have no permission to read it. Change its permissions',
    ENOENT: 'it vanished while it was read. Run the check again',
    ELOOP: 'it is a symbolic link. Put the file itself here',
    EMFILE: 'too many files are open. Raise the limit with "ulimit -n 4096"',
    EIO: 'the disk reports a fault. Check the disk, or take the file from a copy',
    ENAMETOOLONG: 'its path is too long. Shorten the names of the folders that it is in',
    NAME: 'its name is not UTF-8. Rename it',
    CHANGING: 'it keeps changing. Wait until it is written, and run the check again',
    ZEROS:
      'it has zeros in the place of text, as after a crash. Take it back from git or from a copy',
    MOVED: 'the folder was replaced while it was read. Run the check again',
  }
  return error(
    'unreadable-file',
    start(path),
    `This cannot be read: ${told[reason] ?? `the system says ${reason}`}.`,
  )
}

export function unfinishedChange(path: string): Diagnostic {
  return error(
    'unfinished-change',
    start(path),
    'A change of several files was interrupted, so some may be as before it and some as after it. Run "dossier check --fix" to finish it.',
  )
}

export function ignoredFile(
  path: string,
  why: 'symbolic-link' | 'not-a-file' | 'extension',
): Diagnostic {
  const told = {
    'symbolic-link':
      'Symbolic links are not followed, so this file is not part of the base. Put the file itself here.',
    'not-a-file': 'This is a pipe or a device, not a file, so it is not read. Remove it.',
    extension:
      'Only files that end in ".yaml" are read. Rename this one, or give it another ending if it is not data.',
  }
  return warning('ignored-file', start(path), told[why])
}

export function pathCollision(path: string, other: string): Diagnostic {
  return error(
    'path-collision',
    start(path),
    `On many disks this is the same file as "${other}": the two differ in case or accents alone. Rename one.`,
  )
}

export function fileTooLarge(path: string, size: number, largest: number): Diagnostic {
  const mebibytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1)
  return error(
    'file-too-large',
    start(path),
    `This file has ${mebibytes(size)} MiB; at most ${mebibytes(largest)} MiB are read. Split it into several files.`,
  )
}

/** `what` is the encoding that it seems to have, or the first line with a byte that is wrong. */
export function notUtf8(path: string, what: 'UTF-16' | number): Diagnostic {
  const told =
    what === 'UTF-16'
      ? 'This file is UTF-16, which some programs call "Unicode", and not UTF-8.'
      : `This file is not UTF-8: line ${what} has the first letter that cannot be read.`
  return error(
    'not-utf8',
    start(path),
    `${told} Open it where its letters look right, and save it there as "UTF-8".`,
  )
}

export function emptyFile(span: Span): Diagnostic {
  return error(
    'empty-file',
    span,
    'This file says nothing. Write an entity (type, name, …) or delete the file.',
  )
}
