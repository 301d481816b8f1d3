import type { IncomingMessage, ServerResponse } from 'node:http'
import { EngineProblem } from '../engines/engine-problem.ts'
import type { AnswerQuestion } from './answer-question.ts'
import { type Asset, chooseForm, plainAsset } from './asset.ts'
import type { Door } from './door.ts'
import { type EventStreams, eventHeaders } from './event-streams.ts'
import { doesSomething, fieldsOf, judgeRequest, readingMethods } from './guard.ts'
import type { Outcome } from './outcome.ts'
import { readQuestion } from './read-question.ts'
import type { Routes } from './routes.ts'
import { securityHeaders } from './security-headers.ts'

export interface Site {
  /** The values of `Host` that lead here. */
  readonly authorities: readonly string[]
  /** Where only this machine can come, there is none. */
  readonly door: Door | undefined
  readonly routes: Routes
  readonly streams: EventStreams
  /** Does what a request asks for. `tokens` is what it shows. */
  readonly act: (path: string, tokens: readonly string[]) => Promise<Outcome>
  readonly ask: AnswerQuestion
  /** A page begins to listen. */
  readonly onListener: () => void
}

export function answer(request: IncomingMessage, response: ServerResponse, site: Site): void {
  const { method = '', url: target = '', rawHeaders } = request
  const head = { method, target, fields: fieldsOf(rawHeaders) }
  const verdict = judgeRequest(head, site.authorities)
  if (verdict.kind === 'refuse') {
    refuse(response, verdict.status, verdict.reason)
    return
  }
  const admission = site.door?.judge(head) ?? { kind: 'known' }
  if (admission.kind === 'welcome') {
    welcome(response, admission.cookie)
    return
  }
  if (admission.kind === 'stranger') {
    refuse(response, 403, 'Open the address with the token that Dossier printed at its start.')
    return
  }
  if (doesSomething(head)) {
    void answerWithOutcome(response, verdict.path, head.fields.get('dossier-token') ?? [], site)
    return
  }
  if (verdict.path.startsWith(asking)) {
    void answerQuestion(request, response, verdict.path.slice(asking.length), site)
    return
  }
  const route = site.routes.find(verdict.path)
  if (route === undefined) refuse(response, 404, 'There is nothing at this address.')
  else if (route === 'events') answerWithEvents(request, response, site)
  else answerWithAsset(request, response, route)
}

/** On to the address without the token, which then neither lies in the history nor goes on in copied links. */
function welcome(response: ServerResponse, cookie: string): void {
  const headers = { 'Cache-Control': 'no-store', Location: '/', 'Set-Cookie': cookie }
  response.writeHead(303, { ...securityHeaders, ...headers, 'Content-Length': 0 }).end()
}

const asking = '/ask/'

async function answerQuestion(
  request: IncomingMessage,
  response: ServerResponse,
  encoded: string,
  { ask }: Site,
): Promise<void> {
  const read = readQuestion(encoded)
  if (!read.ok) return refuse(response, 400, read.reason)
  const leaving = new AbortController()
  response.once('close', () => leaving.abort())
  try {
    const text = await ask(read.question, leaving.signal)
    answerWithAsset(request, response, plainAsset('application/json', Buffer.from(text)))
  } catch (error) {
    if (leaving.signal.aborted) return
    // A server behind this one may not answer, and a mistake of ours must not end this one.
    if (error instanceof EngineProblem) refuse(response, 503, error.message)
    else refuse(response, 500, 'The question could not be answered.')
  }
}

function answerWithAsset(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  asset: Asset,
): void {
  const { encoding, etag, bytes } = chooseForm(asset, headers['accept-encoding'] ?? '')
  const caching = { ETag: etag, 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' }
  if (matches(headers['if-none-match'], etag)) {
    response.writeHead(304, { ...securityHeaders, ...caching }).end()
    return
  }
  response.writeHead(200, {
    ...securityHeaders,
    ...caching,
    'Content-Type': asset.mediaType,
    'Content-Length': bytes.length,
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  })
  response.end(method === 'HEAD' ? undefined : bytes)
}

async function answerWithOutcome(
  response: ServerResponse,
  path: string,
  tokens: readonly string[],
  { act }: Site,
): Promise<void> {
  // A mistake of ours must not end the server.
  const outcome = await act(path, tokens).catch(() => failed)
  if (outcome.kind === 'refused') refuse(response, outcome.status, outcome.reason)
  else response.writeHead(204, { ...securityHeaders, 'Cache-Control': 'no-store' }).end()
}

const failed: Outcome = { kind: 'refused', status: 500, reason: 'This could not be done.' }

function answerWithEvents(request: IncomingMessage, response: ServerResponse, site: Site): void {
  if (request.method === 'HEAD') {
    response.writeHead(200, eventHeaders).end()
  } else if (site.streams.open(response)) {
    site.onListener()
  } else {
    refuse(response, 503, 'Too many pages listen to this server. Close one of them.')
  }
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  const body = Buffer.from(`${reason}\n`)
  response.writeHead(status, {
    ...securityHeaders,
    'Cache-Control': 'no-store',
    // What else the peer sends is not waited for.
    Connection: 'close',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': body.length,
    ...(status === 405 ? { Allow: readingMethods.join(', ') } : {}),
    ...(status === 503 ? { 'Retry-After': '5' } : {}),
  })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}

/** The comparison of `If-None-Match` is weak: a proxy may have marked the tag. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes(etag) || tags.includes('*')
}
