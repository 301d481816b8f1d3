import { dossier } from '../cli/run-dossier.ts'
import type { Assistant } from './assistant.ts'

export interface Question {
  readonly tool: string
  /** What the command line takes without an option's name. */
  readonly words: readonly string[]
  readonly args: Readonly<Record<string, unknown>>
}

/** The arguments that are words of the command line, by tool. */
const positional: Readonly<Record<string, readonly string[]>> = {
  find: ['text'],
  show: ['entity'],
  neighbours: ['entity'],
  path: ['start', 'end'],
  common: ['first', 'second'],
  timeline: ['entity'],
  stats: [],
  check: [],
  explain: ['code'],
}

/** What the command line prints for scripts when it is asked the same. */
export function byCommandLine({ tool, words, args }: Question, folder: string): unknown {
  const options = Object.entries(args).flatMap(([name, value]) => {
    const option = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    if (name === 'inferred') return ['--no-inferred']
    return value === true ? [option] : [option, Array.isArray(value) ? value.join() : String(value)]
  })
  const all = tool === 'find' ? ['--limit', '10000'] : []
  const { stdout, stderr, code } = dossier([tool, ...words, ...options, ...all, '--json'], folder)
  // The command line tells what is wrong with a question on stderr.
  return code === 2 ? stderr.trim().split('\n')[0] : withoutPlace(JSON.parse(stdout), args)
}

// biome-ignore lint/suspicious/noExplicitAny: answers of all tools pass through here.
type Json = any

/** The lists that come in pages. A command line gives them whole. */
const lists = ['found', 'neighbours', 'paths', 'shared', 'dated', 'undated', 'sources', 'relations']

/** What an assistant gets of the same question, all pages of it put together. */
export async function byAssistant(
  { ask }: Assistant,
  { tool, words, args }: Question,
  limit: number | undefined,
): Promise<unknown> {
  const names = positional[tool] ?? []
  const named = Object.fromEntries(words.map((word, at) => [names[at] ?? '', word]))
  let call: Json = { ...named, ...args, ...(limit !== undefined && { limit }) }
  let asking = tool
  let whole: Json
  for (;;) {
    const { text, json, isError } = await ask(asking, call)
    if (isError) return text.split('\n')[0]
    const { cited: _cited, dateDoubts: _doubts, more, ...page } = json
    whole = whole === undefined ? page : joined(whole, page)
    if (more === undefined) return withoutPlace(whole, args)
    asking = more.tool
    call = more.arguments
  }
}

/** Where the next page begins; and what commander adds to the options that were given. */
function withoutPlace({ next: _next, ...answer }: Json, args: Question['args']): Json {
  const { question, ...others } = answer
  if (question === undefined) return answer
  const { from, to, options } = question
  const asked = Object.entries(options).filter(([name]) => name in args)
  return { ...others, question: { from, to, options: Object.fromEntries(asked) } }
}

function joined(whole: Json, page: Json): Json {
  for (const list of lists) {
    // What is left of a sheet comes as neighbours.
    const to = list === 'neighbours' && whole.relations ? 'relations' : list
    if (Array.isArray(page[list])) whole[to].push(...page[list])
  }
  // A date may have come in two parts.
  if (Array.isArray(whole.dated)) whole.dated = oneOfEachDate(whole.dated)
  return whole
}

function oneOfEachDate(dated: readonly Json[]): Json[] {
  const all = new Map<string, Json>()
  for (const { when, told } of dated) {
    all.set(when, { when, told: [...(all.get(when)?.told ?? []), ...told] })
  }
  return [...all.values()]
}
