import type { SourceFile } from './document.ts'
import { Shelf } from './shelf.ts'

/** Where the text of a file is kept. */
export type KeepText = (file: SourceFile) => SourceFile

/** In UTF-16 units of all texts. What is made of them takes as much again. */
const mostInMemory = 2 ** 26

/** Keeps texts in memory until there are very many, and all that come later on a shelf. */
export function shelving(most = mostInMemory): KeepText {
  let shelf: Shelf | undefined
  let left = most
  return (file) => {
    left -= file.text.length
    if (left >= 0) return file
    shelf ??= new Shelf()
    return new ShelvedFile(file.path, shelf, shelf.put(file.text))
  }
}

class ShelvedFile implements SourceFile {
  readonly path: string
  readonly shelf: Shelf
  private readonly place: number

  constructor(path: string, shelf: Shelf, place: number) {
    this.path = path
    this.shelf = shelf
    this.place = place
  }

  get text(): string {
    return this.shelf.get(this.place)
  }

  slice(from: number, to: number): string {
    return this.shelf.slice(this.place, from, to)
  }
}
