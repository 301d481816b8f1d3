import { createHash } from 'node:crypto'

/** Whatever gets onto the page: nothing runs but the viewer, and no text becomes HTML or code. */
const always = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "worker-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
]

/** Of a page with its files beside it. */
export const sitePolicy = [
  ...always,
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
].join('; ')

/** Of a page that holds all it needs: nothing is ever asked of a network. */
export function singlePagePolicy(script: string, style: string): string {
  return [
    ...always,
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data: blob:',
  ].join('; ')
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
