/** Whether a text is printable ASCII, as most are. Whoever asks first is spared the classes of Unicode, slow to build. */
export function isAscii(text: string): boolean {
  return !/[^ -~]/.test(text)
}
