/** Hands a file to the browser, which puts it where the reader's downloads go. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser may read it later than it says.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
