import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parse } from 'yaml'
import { filesIn } from '../floors/files-in.ts'
import { once } from '../once.ts'
import type { Data } from './contents.ts'

/** A knowledge base from the generator, and the same content as JSON, file for file. */
export interface Base extends Size {
  readonly entities: number
  readonly folder: string
  readonly twin: string
  /** What it is made from: what is made from it is as old as this. */
  readonly madeFrom: string
}

interface Size {
  readonly files: number
  readonly bytes: number
  readonly relations: number
}

const generator = 'bench/generate.mjs'

/** The same for the same number of entities, as long as the generator stays the same. */
export function makeBase(entities: number): Base {
  const madeFrom = readFileSync(generator, 'utf8')
  const at = `bases/${entities}`
  const folder = once(`a base of ${entities} entities`, at, madeFrom, (path) => {
    rmSync(path, { recursive: true, force: true })
    const command = [generator, path, '--entities', String(entities)]
    execFileSync(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'] })
  })
  const size = `${folder}-size.json`
  const twin = once('the same content as JSON', `${at}-json`, madeFrom, (path) => {
    rmSync(path, { recursive: true, force: true })
    writeFileSync(size, JSON.stringify(writeTwin(folder, path)))
  })
  return { entities, folder, twin, madeFrom, ...JSON.parse(readFileSync(size, 'utf8')) }
}

function writeTwin(folder: string, twin: string): Size {
  const paths = filesIn(folder)
  let relations = 0
  for (const path of paths) {
    const data = readYaml(path)
    if (Array.isArray(data.relations)) relations += data.relations.length
    const copy = join(twin, relative(folder, path).replace(/\.yaml$/, '.json'))
    mkdirSync(dirname(copy), { recursive: true })
    writeFileSync(copy, JSON.stringify(data))
  }
  const bytes = paths.reduce((total, path) => total + statSync(path).size, 0)
  return { files: paths.length, bytes, relations }
}

// Every scalar stays the text that was written: to the floor, dates and numbers mean nothing.
function readYaml(path: string): Readonly<Record<string, Data>> {
  return parse(readFileSync(path, 'utf8'), { schema: 'failsafe', stringKeys: true })
}
