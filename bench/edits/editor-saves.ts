import { renameSync, rmSync, writeFileSync } from 'node:fs'

/** How programs save a text into a file that may be there already, by their names. */
export const editorSaves: Readonly<Record<string, (file: string, text: string) => void>> = {
  'In place': (file, text) => writeFileSync(file, text),
  /** The old file goes out of the way, and goes for good once the new one is written. */
  vim: (file, text) => {
    moveAway(file, `${file}~`)
    writeFileSync(file, text)
    rmSync(`${file}~`, { force: true })
  },
  'VS Code': (file, text) => {
    writeFileSync(`${file}.tmp-1`, text)
    renameSync(`${file}.tmp-1`, file)
  },
  JetBrains: (file, text) => {
    writeFileSync(`${file}___jb_tmp___`, text)
    moveAway(file, `${file}___jb_old___`)
    renameSync(`${file}___jb_tmp___`, file)
    rmSync(`${file}___jb_old___`, { force: true })
  },
  /** What stands in the folder while it is written has the ending of a data file. */
  'beside, as YAML': (file, text) => {
    const beside = file.replace(/\.yaml$/, '.new.yaml')
    writeFileSync(beside, text)
    renameSync(beside, file)
  },
}

function moveAway(file: string, to: string): void {
  try {
    renameSync(file, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
