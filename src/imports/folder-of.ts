/** The folder of a file in the data: `people` of `people/ada.yaml`, and nothing of one that stands in none. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')))
}
