import type { BoltSession, Row } from './bolt-session.ts'

/** How many nodes a page has. */
const pageSize = 5000

/**
 * Everything that a pattern matches, page by page in the order of a unique property `key` of its node `x`: each page is a
 * transaction of its own, which the driver can try again. `beside` is matched for each node of the page.
 */
export async function* pagesOf<Item>(
  session: BoltSession,
  pattern: string,
  key: string,
  returned: readonly string[],
  make: (row: Row) => Item,
  signal?: AbortSignal,
  beside = '',
): AsyncGenerator<Item[]> {
  const query = `MATCH ${pattern} WHERE ${key} > $cursor
    WITH x ORDER BY ${key} LIMIT $most ${beside}
    WITH ${key} AS key, ${returned.map((value, at) => `${value} AS r${at}`).join(', ')}
    RETURN key, ${returned.map((_, at) => `r${at}`).join(', ')} ORDER BY key`
  let cursor = ''
  for (;;) {
    const rows = await session.read(query, { cursor, most: session.whole(pageSize) }, signal)
    if (rows.length > 0) yield rows.map(make)
    if (rows.length < pageSize) return
    cursor = rows.at(-1)?.[0] as string
  }
}
