import { execFile } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { editorSaves } from '../edits/editor-saves.ts'
import { pick, pickWeighted, type Random } from './seeded.ts'

/** What people and their programs do to the files of a base that lies in a git repository. */
export interface RandomEdits {
  /** Does something, and gives its name. */
  readonly next: () => Promise<string>
  /** All that is broken is as it was: the base has no error. */
  readonly mend: () => void
  /** Saves a file of which nothing else knows. */
  readonly saveProbe: (name: string) => void
}

const run = promisify(execFile)
const branches = ['main', 'other'] as const
const mostBroken = 3
const mostNewcomers = 100

/** `folder` holds a base of bench/generate.mjs; it becomes a repository with two branches. */
export async function openRandomEdits(folder: string, random: Random): Promise<RandomEdits> {
  const data = join(folder, 'graph-data')
  const git = (...words: string[]) => run('git', ['-C', folder, ...identity, ...words])
  await makeBranches(data, git)
  /** Moves there and back. */
  const moved = new Map<string, string>()
  const broken = new Map<string, string>()
  let newcomers: string[] = []
  let count = 0

  const folderOf = (name: string) => join(data, moved.get(name) ?? name)
  const people = readdirSync(join(data, 'people'))
  const person = () => {
    const sound = people.map((file) => join(folderOf('people'), file))
    return pick(
      random,
      Array.from({ length: 9 }, () => pick(random, sound)).filter((file) => !broken.has(file)),
    )
  }
  const newcomerFile = (id: string) => join(data, 'newcomers', `${id}.yaml`)
  const save = (file: string, text: string) =>
    editorSaves[pick(random, Object.keys(editorSaves))]?.(file, text)
  const change = (file: string) => save(file, renamed(readFileSync(file, 'utf8'), ++count))
  const create = () => {
    const id = `newcomer-${++count}`
    newcomers.push(id)
    save(newcomerFile(id), newcomerText(id, pick(random, people).replace('.yaml', '')))
  }
  const take = () => newcomers.splice(Math.floor(random() * newcomers.length), 1)[0]
  const damage = () => {
    if (broken.size >= mostBroken) return mendOne()
    const file = person()
    broken.set(file, readFileSync(file, 'utf8'))
    pick(random, damages)(file)
  }
  const mendOne = () => {
    const [file] = broken.keys()
    if (file === undefined) return change(person())
    const text = broken.get(file) ?? ''
    broken.delete(file)
    if (!existsSync(file) || !lstatSync(file).isFile())
      rmSync(file, { recursive: true, force: true })
    save(file, text)
  }
  const mend = () => {
    while (broken.size > 0) mendOne()
  }
  const edits: Readonly<Record<string, () => unknown>> = {
    change: () => change(person()),
    create,
    delete: () => rmSync(newcomerFile(take() ?? 'nobody'), { force: true }),
    rename: () => {
      const id = take()
      if (id === undefined) return create()
      newcomers.push(`${id}-too`)
      renameSync(newcomerFile(id), newcomerFile(`${id}-too`))
    },
    break: damage,
    mend: mendOne,
    'change many': () => {
      for (let turn = 0; turn < 500; turn++) change(person())
    },
    'move a folder': () => {
      // What is broken is known by its path.
      mend()
      const name = pick(random, ['people', 'attacks', 'groups'])
      const [from, to] = [moved.get(name) ?? name, moved.has(name) ? name : `moved/${name}`]
      mkdirSync(dirname(join(data, to)), { recursive: true })
      renameSync(join(data, from), join(data, to))
      if (moved.has(name)) moved.delete(name)
      else moved.set(name, to)
    },
    'edit the ontology': () => {
      const file = join(data, 'ontology.yaml')
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(/^name: .*$/m, `name: Base ${++count}`),
      )
    },
    checkout: async () => {
      await git('checkout', '--quiet', '--force', pick(random, branches))
      await git('clean', '--quiet', '--force', '-d')
      moved.clear()
      broken.clear()
      newcomers = []
      mkdirSync(join(data, 'newcomers'), { recursive: true })
    },
  }
  return {
    next: async () => {
      const name = pickWeighted(random, weights)
      await edits[newcomers.length > mostNewcomers && name === 'create' ? 'delete' : name]?.()
      return name
    },
    mend,
    saveProbe: (name) => writeFileSync(newcomerFile('probe'), `type: person\nname: ${name}\n`),
  }
}

const weights = [
  ['change', 50],
  ['create', 12],
  ['delete', 9],
  ['rename', 5],
  ['break', 5],
  ['mend', 10],
  ['change many', 1],
  ['move a folder', 1],
  ['edit the ontology', 1],
  ['checkout', 1],
] as const

const identity = ['-c', 'user.name=Soak', '-c', 'user.email=soak@example.org']

/** The other branch has another text in every fifth file, files of its own, lacks some, and keeps a folder elsewhere. */
async function makeBranches(data: string, git: (...words: string[]) => Promise<unknown>) {
  const commit = async (message: string) => {
    await git('add', '--all')
    await git('commit', '--quiet', '--message', message)
  }
  await git('init', '--quiet', '--initial-branch', branches[0])
  await git('config', 'gc.auto', '0')
  await commit('The base')
  await git('checkout', '--quiet', '-b', branches[1])
  const files = readdirSync(join(data, 'people')).map((file) => join(data, 'people', file))
  for (const [at, file] of files.entries()) {
    if (at % 5 === 0) writeFileSync(file, renamed(readFileSync(file, 'utf8'), at))
  }
  mkdirSync(join(data, 'newcomers'))
  for (let at = 0; at < files.length / 20; at++) {
    const text = newcomerText(`branch-${at}`, `person-${at}`)
    writeFileSync(join(data, 'newcomers', `branch-${at}.yaml`), text)
  }
  mkdirSync(join(data, 'events'))
  renameSync(join(data, 'raids'), join(data, 'events', 'raids'))
  await commit('Another state')
  await git('checkout', '--quiet', branches[0])
  mkdirSync(join(data, 'newcomers'), { recursive: true })
}

function renamed(text: string, count: number): string {
  return text.replace(/^name: (\S+).*$/m, `name: $1 the ${count}th`)
}

function newcomerText(id: string, knows: string): string {
  return `type: person\nname: The ${id}\nrelations:\n  - knows: ${knows}\n    cite: report-1#p1\n`
}

/** Each makes an error in the base, or takes away what others refer to. */
const damages: readonly ((file: string) => void)[] = [
  (file) => rmSync(file),
  (file) => truncateSync(file, 0),
  (file) => truncateSync(file, Math.floor(lstatSync(file).size / 2)),
  (file) => writeFileSync(file, `${readFileSync(file, 'utf8')}  - knows: nobody-at-all\n`),
  (file) => writeFileSync(file, 'type: [\n'),
  (file) => writeFileSync(file, Buffer.from([0xff, 0xfe, 0x00, 0xd8])),
  (file) => {
    rmSync(file)
    symlinkSync('/etc/hostname', file)
  },
  (file) => {
    rmSync(file)
    mkdirSync(file)
  },
]
