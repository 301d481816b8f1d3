/** What the guard looks at: plain data, so that every attack is a row in a test. */
export interface RequestHead {
  readonly method: string
  /** As it came: neither decoded nor resolved. */
  readonly target: string
  /** By lower-case name, every field with that name. */
  readonly fields: ReadonlyMap<string, readonly string[]>
}

export type Verdict = { readonly kind: 'answer'; readonly path: string } | Refusal

interface Refusal {
  readonly kind: 'refuse'
  readonly status: 400 | 403 | 405
  readonly reason: string
}

export const readingMethods: readonly string[] = ['GET', 'HEAD']

/**
 * Decides on a request before anything is looked up. A page from elsewhere can make a browser send
 * requests to the loopback; `authorities` are the values of `Host` that lead to this server.
 */
export function judgeRequest(head: RequestHead, authorities: readonly string[]): Verdict {
  for (const rule of rules) {
    const refusal = rule(head, authorities)
    if (refusal !== undefined) return refusal
  }
  return { kind: 'answer', path: pathOf(head.target) }
}

/** Node's own objects keyed by header name stumble over `__proto__`; a Map does not. */
export function fieldsOf(rawHeaders: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>()
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]?.toLowerCase() ?? ''
    const value = rawHeaders[at + 1] ?? ''
    const values = fields.get(name)
    if (values === undefined) fields.set(name, [value])
    else values.push(value)
  }
  return fields
}

type Rule = (head: RequestHead, authorities: readonly string[]) => Refusal | undefined

const rules: readonly Rule[] = [
  hostIsOurs,
  senderIsOurPage,
  methodIsKnown,
  askerIsOurPage,
  nothingIsSent,
  targetIsAPath,
]

/** Stops DNS rebinding: a foreign name that leads to the loopback is still in `Host`. */
function hostIsOurs({ fields }: RequestHead, authorities: readonly string[]): Refusal | undefined {
  const [host, ...others] = fields.get('host') ?? []
  if (host !== undefined && others.length === 0 && authorities.includes(host)) return undefined
  return refuse(403, 'This server answers only to its own address.')
}

function senderIsOurPage(head: RequestHead): Refusal | undefined {
  const [host] = head.fields.get('host') ?? []
  const origins = head.fields.get('origin') ?? []
  const sites = head.fields.get('sec-fetch-site') ?? []
  if (
    origins.every((origin) => origin === `http://${host}`) &&
    (sites.every((site) => site === 'same-origin' || site === 'none') || followsALink(head))
  ) {
    return undefined
  }
  return refuse(403, 'This server answers only to its own pages.')
}

/**
 * A person who follows a link to the viewer arrives. The page opens at the top of a tab, where
 * the one that linked to it can neither read nor frame it.
 */
function followsALink({ method, target, fields }: RequestHead): boolean {
  return (
    method === 'GET' &&
    pathOf(target) === '/' &&
    isOnly(fields.get('sec-fetch-mode'), 'navigate') &&
    isOnly(fields.get('sec-fetch-dest'), 'document')
  )
}

function methodIsKnown(head: RequestHead): Refusal | undefined {
  if (readingMethods.includes(head.method) || doesSomething(head)) return undefined
  return refuse(405, 'This server can only be read.')
}

/** The requests that do something: they have an editor open a file of the base, or keep a view in it. */
export function doesSomething({ method, target }: Pick<RequestHead, 'method' | 'target'>): boolean {
  return method === 'POST' && /^\/(?:open|views)\//.test(target)
}

/** To be read by no known page is harmless, and programs say nothing of pages; to do something takes a page of ours. */
function askerIsOurPage(head: RequestHead): Refusal | undefined {
  const { fields } = head
  const sites = fields.get('sec-fetch-site') ?? []
  if (!doesSomething(head)) return undefined
  if (fields.has('origin') && sites.every((site) => site === 'same-origin')) return undefined
  return refuse(403, 'Only a page of this server can ask for this.')
}

function nothingIsSent({ fields }: RequestHead): Refusal | undefined {
  const lengths = fields.get('content-length') ?? []
  if (!fields.has('transfer-encoding') && lengths.every((length) => length === '0')) {
    return undefined
  }
  return refuse(400, 'A request to this server has no body.')
}

/** Visible ASCII from the root, without the two characters that browsers never send as they are. */
function targetIsAPath({ target }: RequestHead): Refusal | undefined {
  if (/^\/[!"$-[\]-~]*$/.test(target)) return undefined
  return refuse(400, 'The target of the request is not a path.')
}

/** The viewer keeps its state behind the `#`; a query that a link has gathered means nothing. */
function pathOf(target: string): string {
  const query = target.indexOf('?')
  return query < 0 ? target : target.slice(0, query)
}

function isOnly(values: readonly string[] | undefined, wanted: string): boolean {
  return values?.length === 1 && values[0] === wanted
}

function refuse(status: Refusal['status'], reason: string): Refusal {
  return { kind: 'refuse', status, reason }
}
