import { randomBytes, timingSafeEqual } from 'node:crypto'

/** 128 bits as 32 digits: nobody guesses them. */
export function newToken(): string {
  return randomBytes(16).toString('hex')
}

/** Whether what is shown is the token and nothing else; how long the answer takes says nothing of it. */
export function isShown(shown: readonly string[], token: string): boolean {
  const [first, ...others] = shown.map((text) => Buffer.from(text))
  const wanted = Buffer.from(token)
  return others.length === 0 && first?.length === wanted.length && timingSafeEqual(first, wanted)
}

export const oldPage = 'This page is older than the server: reload it.'
