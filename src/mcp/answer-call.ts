import { setImmediate } from 'node:timers/promises'
import { EngineProblem } from '../engines/engine-problem.ts'
import { WrongQuestion } from '../queries/wrong-question.ts'
import { beginOf } from '../text/begin-of.ts'
import { counted } from '../text/counted.ts'
import { escapeForTerminal } from '../text/escape-for-terminal.ts'
import { mendHalves } from '../text/half-characters.ts'
import { nearest } from '../text/nearest.ts'
import { type AskedBase, BaseGone, type ServedBase } from './asked-base.ts'
import { dateDoubtsOf, groundsOf, sourcesInWords, sourcesNamed } from './evidence-of.ts'
import { type GivenArguments, readArguments } from './read-arguments.ts'
import type { Answer, More, Tool } from './tool.ts'
import { tools } from './tools.ts'

/** What a call of a tool gives: an answer, or why there is none. */
export interface CallResult {
  /**
   * The sentences first. What Dossier itself says of them, the sources, what is left out and why something may lack, is
   * a text of its own: no name or summary of many lines can pass for it.
   */
  readonly texts: readonly string[]
  readonly json?: Readonly<Record<string, unknown>>
  readonly isError?: true
}

/** Answers a call. What is wrong with the question or the base is told as a result; only our own mistakes throw. */
export async function answerCall(
  served: ServedBase,
  name: string,
  given: unknown,
  signal?: AbortSignal,
): Promise<CallResult> {
  try {
    const tool = toolNamed(name)
    const args = readArguments(tool, given)
    // A call that has been cancelled meanwhile is known for that in the next turn.
    await setImmediate()
    return await served.use(
      (base) =>
        answerWithin(tool, base, args, signal).catch((error) => refusal(error, base.warning)),
      signal,
    )
  } catch (error) {
    return refusal(error)
  }
}

/** What a damaged base lacks may be what was asked for. */
function refusal(error: unknown, warning?: string): CallResult {
  if (!isForTheAsker(error)) throw error
  // Of a large base it may offer thousands of names.
  const text = inLines(inPart(error.message))
  return {
    texts: [text, ...(warning === undefined ? [] : [warningInWords(warning)])],
    isError: true,
  }
}

function warningInWords(warning: string): string {
  return escapeForTerminal(`Warning: ${warning}`)
}

function isForTheAsker(error: unknown): error is Error {
  return [WrongQuestion, EngineProblem, BaseGone].some((kind) => error instanceof kind)
}

function toolNamed(name: string): Tool {
  const tool = tools.find((one) => one.name === name)
  if (tool !== undefined) return tool
  const names = tools.map((one) => one.name)
  const meant = nearest(name, names)
  const hint = meant === undefined ? `There are ${names.join(', ')}.` : `Did you mean "${meant}"?`
  throw new WrongQuestion(`There is no tool "${name}". ${hint}`)
}

const mostOfMessage = 3000

function inPart(message: string): string {
  const part = beginOf(message, mostOfMessage)
  return part === message ? message : `${part}…`
}

/** More than this of one answer, its JSON and its text together, would drown all else that is talked about. */
const mostCharacters = 60_000
const mostLimit = 1000

/** A page that is too long is asked for again, half as long. */
async function answerWithin(
  tool: Tool,
  base: AskedBase,
  args: GivenArguments,
  signal: AbortSignal | undefined,
): Promise<CallResult> {
  let limit = Math.min((args.limit as number | undefined) ?? tool.limit, mostLimit)
  for (;;) {
    const answer = await tool.answer({ base, args: args as never, limit, signal })
    signal?.throwIfAborted()
    const told = await withEvidence(base, answer, args)
    const length = told.texts.join('').length + JSON.stringify(told.json).length
    if (length <= mostCharacters) return told
    if (limit === 1) return cut(told, length)
    limit = Math.ceil(limit / 2)
  }
}

/** One item alone is too long: its text is told as far as it goes. */
function cut({ texts: [text = ''], json }: CallResult, length: number): CallResult {
  const { more, warning: before } = json ?? {}
  const why = `This answer has ${length} characters, too many to give: it is cut, and given as text alone. Filters, where there are any, make it shorter.`
  const warning = before === undefined ? why : `${why} ${before}`
  return {
    texts: [beginOf(text, mostCharacters / 2), warningInWords(warning)],
    json: { version: 1, ...(more !== undefined && { more }), warning },
  }
}

/** The answer with the sources that it cites, what it leaves out, and why it may lack something. */
async function withEvidence(
  base: AskedBase,
  { text, json, more }: Answer,
  args: GivenArguments,
): Promise<CallResult> {
  const { sources: ids, edges } = groundsOf(json)
  const cited = await base.ask((graph) => sourcesNamed(graph.getAttribute('sources'), ids))
  const dateDoubts = await base.ask((graph) => dateDoubtsOf(graph, edges))
  const { warning } = base
  const next = more && { ...more, arguments: { ...args, ...more.arguments } }
  const about = [
    ...(ids.length > 0 ? [await base.ask((graph) => sourcesInWords(graph, ids))] : []),
    ...(more ? [moreInWords(more)] : []),
    ...(warning === undefined ? [] : [warningInWords(warning)]),
  ]
  return {
    texts: [text, ...(about.length > 0 ? [about.join('\n\n')] : [])].map(inLines),
    json: withoutHalves({
      ...json,
      ...(ids.length > 0 && { cited }),
      ...(Object.keys(dateDoubts).length > 0 && { dateDoubts }),
      ...(next && { more: next }),
      ...(warning !== undefined && { warning }),
    }),
  }
}

/** Some readers of JSON refuse a message with half a character in it, and then wait for its answer in vain. */
function withoutHalves<T>(json: T): T {
  const text = JSON.stringify(json)
  if (!/\\ud[89a-f]/.test(text)) return json
  return JSON.parse(text, (_, value) => (typeof value === 'string' ? mendHalves(value) : value))
}

function moreInWords({ left, tool, arguments: given }: More): string {
  const words = Object.entries(given).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return `${counted(left, 'more is', 'more are')} left out. Ask ${tool} with ${words.join(', ')} and all else the same.`
}

/** Text of the data is shown and cannot act, as in the terminal. */
function inLines(text: string): string {
  return text.split('\n').map(escapeForTerminal).join('\n')
}
