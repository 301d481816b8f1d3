import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { filesIn } from '../floors/files-in.ts'
import { editorSaves } from './editor-saves.ts'

/** A base whose files change many at a time. */
export interface BurstBase {
  /** What is served: a link to the folder that holds graph-data. */
  readonly served: string
  /** How many files a burst touches; those that copy or rename folders touch all. */
  readonly size: number
}

/** Changes many files and leaves a base without errors. Two turns leave two different bases. */
export type Burst = (base: BurstBase, turn: number) => void

/** Makes a base with a generated one in it, in a git repository with two branches. */
export function makeBurstBase(folder: string, size: number): BurstBase {
  rmSync(folder, { recursive: true, force: true })
  const first = join(folder, 'first')
  const generator = ['bench/generate.mjs', first, '--entities', String(size)]
  execFileSync(process.execPath, generator, { stdio: 'ignore' })
  git(first, 'init', '--quiet', '--initial-branch', 'main')
  commit(first)
  git(first, 'checkout', '--quiet', '-b', 'other')
  for (const file of everyFifth(filesOf(first))) change(file, 'In place', 'elsewhere')
  createAll(join(first, 'graph-data/branch'), size / 10, 'elsewhere')
  renameSync(join(first, 'graph-data/raids'), join(first, 'graph-data/assaults'))
  commit(first)
  git(first, 'checkout', '--quiet', 'main')
  const served = join(folder, 'served')
  symlinkSync('first', served)
  return { served, size }
}

/** In an order in which each finds what it needs. */
export const bursts: Readonly<Record<string, Burst>> = {
  creations: (base, turn) => createAll(newcomersOf(base), base.size, `in turn ${turn}`),
  changes: (base, turn) => {
    for (const file of filesOf(placeOf(base))) change(file, 'In place', `Changed ${turn}`)
  },
  renames: (base, turn) => {
    for (const file of filesIn(newcomersOf(base))) {
      renameSync(file, file.replace(/n-(\d+)\.yaml$/, `r-$1-${turn}.yaml`))
    }
  },
  ...Object.fromEntries(
    Object.keys(editorSaves).map((editor): [string, Burst] => [
      `saves: ${editor}`,
      (base, turn) => {
        for (const file of everyFifth(filesOf(placeOf(base))))
          change(file, editor, `Saved ${turn} by ${editor}`)
      },
    ]),
  ),
  'folder moves': (base, turn) => {
    const moves = ['people', 'groups', 'places', 'attacks'].map((name): [string, string] => [
      join(dataOf(base), name),
      join(dataOf(base), `moved/${name}`),
    ])
    for (const [from, to] of moves) moveFolder(from, to)
    for (const [from, to] of moves) moveFolder(to, from)
    for (const [from, to] of moves.slice(0, turn % 2 === 0 ? 2 : 3)) moveFolder(from, to)
    for (const file of everyFifth(filesOf(placeOf(base)))) change(file, 'In place', `Moved ${turn}`)
    for (const [from, to] of moves) if (existsSync(to)) moveFolder(to, from)
  },
  'a folder removed and made again': (base, turn) => {
    const people = join(dataOf(base), 'people')
    const texts = readdirSync(people).map((file): [string, string] => [
      join(people, file),
      readFileSync(join(people, file), 'utf8'),
    ])
    rmSync(people, { recursive: true })
    for (const [file, text] of texts) write(file, retold(text, `Made again ${turn}`))
  },
  'links that come and go': (base, turn) => {
    const [people, aside] = [join(dataOf(base), 'people'), `${placeOf(base)}-aside`]
    renameSync(people, aside)
    symlinkSync(aside, people)
    for (const file of readdirSync(aside)) {
      change(join(aside, file), 'In place', `Behind a link ${turn}`)
    }
    rmSync(people)
    renameSync(aside, people)
    for (const file of everyFifth(filesOf(placeOf(base)))) {
      const text = readFileSync(file, 'utf8')
      rmSync(file)
      symlinkSync('/etc/hostname', file)
      rmSync(file)
      writeFileSync(file, retold(text, `Linked ${turn}`))
    }
  },
  deletions: (base) => {
    for (const file of filesIn(newcomersOf(base))) rmSync(file)
    rmSync(newcomersOf(base), { recursive: true })
  },
  'the data folder replaced': (base, turn) => {
    const next = join(placeOf(base), 'next')
    cpSync(dataOf(base), next, { recursive: true })
    for (const file of everyFifth(filesIn(next).filter(isEntity))) {
      change(file, 'In place', `Replaced ${turn}`)
    }
    renameSync(dataOf(base), join(placeOf(base), 'last'))
    renameSync(next, dataOf(base))
    rmSync(join(placeOf(base), 'last'), { recursive: true })
  },
  'the link to the base turned': (base, turn) => {
    const last = placeOf(base)
    const next = `${dirname(base.served)}/turn-${turn}`
    cpSync(last, next, { recursive: true })
    for (const file of everyFifth(filesOf(next))) change(file, 'In place', `Turned ${turn}`)
    symlinkSync(next, `${base.served}-next`)
    renameSync(`${base.served}-next`, base.served)
    rmSync(last, { recursive: true })
  },
  'git checkouts': (base, turn) => {
    const place = placeOf(base)
    const branches = turn % 2 === 0 ? ['other', 'main', 'other'] : ['other', 'main']
    for (const branch of branches) checkOut(place, branch)
  },
  'back to the main branch': (base) => checkOut(placeOf(base), 'main'),
}

function placeOf({ served }: BurstBase): string {
  return realpathSync(served)
}

function dataOf(base: BurstBase): string {
  return join(placeOf(base), 'graph-data')
}

function newcomersOf(base: BurstBase): string {
  return join(dataOf(base), 'newcomers')
}

/** The files of entities. */
function filesOf(place: string): string[] {
  return filesIn(join(place, 'graph-data')).filter(isEntity)
}

function isEntity(file: string): boolean {
  return /(people|groups|places|raids|attacks)\/[^/]+\.yaml$/.test(file)
}

function everyFifth(files: readonly string[]): string[] {
  return files.filter((_, at) => at % 5 === 0)
}

function change(file: string, editor: string, what: string): void {
  editorSaves[editor]?.(file, retold(readFileSync(file, 'utf8'), what))
}

/** Says something else of it. Names are kept where that can be: thousands of names that are alike are no usual base. */
function retold(text: string, what: string): string {
  if (/^summary: /m.test(text)) return text.replace(/^summary: .*$/m, `summary: ${what}.`)
  return text.replace(/^name: (\S+ \S+).*$/m, `name: $1 ${what}`)
}

/** In a hundred folders. */
function createAll(folder: string, count: number, name: string): void {
  for (let number = 0; number < count; number++) {
    const text = `type: person\nname: Nr ${number} ${name}\nrelations: [{ knows: person-${number % 50}, cite: report-1#p1 }]\n`
    write(join(folder, `box-${number % 100}`, `n-${number}.yaml`), text)
  }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function moveFolder(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  renameSync(from, to)
}

function checkOut(place: string, branch: string): void {
  git(place, 'checkout', '--quiet', '--force', branch)
  git(place, 'clean', '--quiet', '--force', '-d')
}

function commit(place: string): void {
  git(place, 'add', '--all')
  git(place, 'commit', '--quiet', '--message', 'A state')
}

function git(place: string, ...words: string[]): void {
  const author = ['-c', 'user.name=Bursts', '-c', 'user.email=bursts@example.org']
  execFileSync('git', ['-C', place, ...author, '-c', 'gc.auto=0', ...words], { stdio: 'ignore' })
}
