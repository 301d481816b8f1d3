import { randomBytes, timingSafeEqual } from 'node:crypto'

/** What a page must show that asks for more than to read; nobody can guess it. */
export function newToken(): string {
  return randomBytes(16).toString('hex')
}

/** Whether a request shows this token, and no other. How long the answer takes tells nothing of the token. */
export function shows(tokens: readonly string[], token: string): boolean {
  const [shown, ...others] = tokens.map((text) => Buffer.from(text))
  const wanted = Buffer.from(token)
  return others.length === 0 && shown?.length === wanted.length && timingSafeEqual(shown, wanted)
}

export const oldPage = 'This page is older than the server: reload it.'
