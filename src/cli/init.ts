import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { besidePath, removeLeftovers } from '../documents/leftovers.ts'
import { inlineValue } from '../edits/format-scalar.ts'
import { hiddenCharacters } from '../text/hidden-characters.ts'
import { isNewFolder } from './is-new-folder.ts'
import { makeWithAbove } from './make-with-above.ts'
import { say } from './output.ts'
import { reasonOf } from './reason-of.ts'
import { refuseLinks } from './refuse-links.ts'
import { writeDown } from './write-file.ts'
import { WrongUse } from './wrong-use.ts'

interface Options {
  readonly name?: string
}

/** A small sound base that shows what can be written; it comes with the package. */
const starter = fileURLToPath(new URL('../../starter/graph-data', import.meta.url))

/** Starts a knowledge base in a folder: all of its files are there at once, or none is. */
export async function init([directory = '.']: readonly string[], options: Options): Promise<void> {
  const base = resolve(directory)
  // Some systems write a letter of a folder's name and its accent as two characters.
  const name = (options.name ?? basename(base)).normalize('NFC')
  if (name.trim() === '' || /[\t\n\r]/.test(name) || hiddenCharacters(name).length > 0)
    throw new WrongUse('The name of a base is a line of text that people can see: --name "Guilds".')
  const folder = join(base, 'graph-data')
  refuseLinks([folder])
  if (!isNewFolder(folder)) {
    throw new WrongUse(
      `"${folder}" has files already, and they are left as they are. Name another folder.`,
    )
  }
  const beside = besidePath(folder)
  try {
    await makeWithAbove(base)
    removeLeftovers(base, (own) => own === 'graph-data')
    for (const [path, text] of starterFiles(name)) {
      await makeWithAbove(dirname(join(beside, path)))
      await writeDown(join(beside, path), [text])
    }
    await rename(beside, folder)
  } catch (error) {
    rmSync(beside, { recursive: true, force: true })
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new WrongUse(`"${folder}" cannot be made: ${reasonOf(code)}.`)
  }
  tell(directory)
}

/** The files of the starter, by path, with the name of the base in its place. */
function starterFiles(name: string): [path: string, text: string][] {
  const scalar = { kind: 'scalar', text: name, plain: false, raw: '' } as const
  const files = readdirSync(starter, { recursive: true, withFileTypes: true })
  return files
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name: file }) => {
      const path = relative(starter, join(parentPath, file))
      const text = readFileSync(join(starter, path), 'utf8')
      if (path !== 'ontology.yaml') return [path, text]
      return [path, text.replace(/^name: .*/, () => `name: ${inlineValue(scalar, false)}`)]
    })
}

function tell(directory: string): void {
  say(`Made a small knowledge base in ${join(directory, 'graph-data')}. Next:`)
  if (resolve(directory) !== process.cwd()) say(`  cd ${quoted(directory)}`)
  say('  dossier check             finds what is wrong in it: nothing so far')
  say('  dossier serve --open      shows it, and every change that you save')
  say('  dossier schema --vscode   completes what you write in VS Code')
  say(
    'Then say in ontology.yaml what your field needs, and write your own files in place of these.',
  )
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `"${path}"`
}
