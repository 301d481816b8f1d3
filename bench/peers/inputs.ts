import { readFileSync, writeFileSync } from 'node:fs'
import { stringify } from 'yaml'
import type { Base } from '../bases/base.ts'
import { type Contents, readContents } from '../bases/contents.ts'
import { once } from '../once.ts'
import { ftmEntities } from './as-ftm.ts'
import { linkmlData, linkmlSchema } from './as-linkml.ts'

/** The data of a base as LinkML has them, and their schema. */
export function linkmlInput(base: Base, format: 'json' | 'yaml') {
  const madeFrom = base.madeFrom + codeOf('as-linkml.ts')
  const name = `${base.entities} entities for LinkML (${format})`
  const data = once(name, `linkml/${base.entities}.${format}`, madeFrom, (at) => {
    const instance = linkmlData(readContents(base.twin))
    // LinkML reads YAML 1.1, in which more texts need quotes to stay texts.
    const write = () => stringify(instance, { version: '1.1' })
    writeFileSync(at, format === 'json' ? JSON.stringify(instance) : write())
  })
  const schema = once('a LinkML schema', 'linkml/schema.yaml', madeFrom, (at) =>
    writeLinkmlSchema(readContents(base.twin), at),
  )
  return { schema, data }
}

/** The data of a base as FollowTheMoney has them, an entity a line. */
export function ftmInput(base: Base): string {
  const madeFrom = base.madeFrom + codeOf('as-ftm.ts')
  const name = `${base.entities} entities for FollowTheMoney`
  return once(name, `ftm/${base.entities}.ndjson`, madeFrom, (at) =>
    writeFtm(readContents(base.twin), at),
  )
}

export function writeLinkmlSchema({ ontology }: Contents, path: string): void {
  writeFileSync(path, stringify(linkmlSchema(ontology)))
}

export function writeFtm(contents: Contents, path: string): void {
  const lines = Array.from(ftmEntities(contents), (entity) => `${JSON.stringify(entity)}\n`)
  writeFileSync(path, lines.join(''))
}

/** What makes the input, so that other code makes it anew. */
function codeOf(file: string): string {
  return ['inputs.ts', file].map((name) => readFileSync(`bench/peers/${name}`, 'utf8')).join('')
}
