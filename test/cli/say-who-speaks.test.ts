import { afterEach, expect, test, vi } from 'vitest'
import { sayWhoSpeaks } from '../../src/cli/say-who-speaks.ts'

const { isTTY } = process.stdin
afterEach(() => {
  process.stdin.isTTY = isTTY
  vi.restoreAllMocks()
})

test.each([
  [true, ['Here speaks an editor, and no person: docs/editors.md tells how to set one up.\n']],
  [false, []],
])('a person at a terminal (%s) is told that a program speaks here', (atTerminal, told) => {
  const heard: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => heard.push(String(text)) > 0)
  process.stdin.isTTY = atTerminal
  sayWhoSpeaks('an editor', 'docs/editors.md')
  expect(heard).toEqual(told)
})
