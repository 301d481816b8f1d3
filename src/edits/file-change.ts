/** What a refactoring makes of one file. A file that moves is two changes: one without `after`, one without `before`. */
export interface FileChange {
  /** Relative to the data folder, with forward slashes. */
  readonly path: string
  /** The text that the change was made from; absent for a new file. */
  readonly before: string | undefined
  /** Absent where the file is deleted. */
  readonly after: string | undefined
}
