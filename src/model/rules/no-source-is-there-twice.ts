import { duplicateSource } from '../../diagnostics/problems/evidence.ts'
import { foldCase } from '../../text/fold.ts'
import type { BaseRule } from '../rule.ts'
import type { Source } from '../source.ts'

/** A document that is there under two ids makes what it says look as if two had said it. */
export const noSourceIsThereTwice: BaseRule = ({ sources }, report) => {
  const first = new Map<string, Source>()
  for (const source of sources.values()) {
    const addresses = [source.url, source.archive].flatMap((url) => (url ? [bare(url)] : []))
    const imprint = imprintOf(source)
    const same = addresses.map((address) => first.get(address)).find((one) => one !== undefined)
    const alike = first.get(imprint)
    if (same) report(duplicateSource(source.id, same.id, 'address'))
    else if (alike && mayBeOne(source, alike)) {
      report(duplicateSource(source.id, alike.id, 'title'))
    }
    for (const key of [...addresses, imprint]) if (!first.has(key)) first.set(key, source)
  }
}

/** What different copies of one address differ in. Behind `#/` and `#!` stands which page of an application is meant. */
function bare(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/?(?:#(?![/!]).*)?$/, '')
}

/** Series have one title, and a date or a publisher for each. */
function imprintOf({ title, publisher, author, published }: Source): string {
  return JSON.stringify([foldCase(title), publisher, author, published])
}

/** Two addresses are two documents, whatever their titles; a title alone can be that of a series. */
function mayBeOne(a: Source, b: Source): boolean {
  const isToldApart = a.url !== undefined && b.url !== undefined
  return !isToldApart && (a.publisher ?? a.author ?? a.published) !== undefined
}
