/** What a code of the system means, as the end of a sentence. */
export function reasonOf(code: string): string {
  return reasons[code] ?? `the system says ${code}`
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  EACCES: 'you may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EISDIR: 'it is a folder',
  ENOTDIR: 'it is no folder',
  ENOTEMPTY: 'others have written there in the meantime',
  EIO: 'the disk reports a fault',
  EMFILE: 'too many files are open. Raise the limit with "ulimit -n 4096"',
  EDQUOT: 'your share of the disk is full',
}
