import { expect, test } from 'vitest'
import { baseWith } from '../cli/run-dossier.ts'
import type { Message } from '../schema/language-server.ts'
import { startEditor } from './editor.ts'

test('it ends as the protocol says: 0 after a shutdown, 1 without', async () => {
  const polite = await startEditor(baseWith())
  expect(await polite.shutDown()).toBe(0)
  const rude = await startEditor(baseWith())
  rude.tell('exit')
  expect(await rude.ended).toBe(1)
  const gone = await startEditor(baseWith())
  gone.child.stdin.end()
  expect(await gone.ended).toBe(1)
})

test('what comes before the introduction or after the leave is refused as the protocol says', async () => {
  const editor = await startEditor(baseWith(), { introduced: false })
  let count = 0
  /** The code of the error with which a request is answered; nothing where it is answered well. */
  const refusal = async (method: string, params: object = {}) => {
    const id = `turn-${count++}`
    const isAnswer = (message: Message) => String(message.id) === id
    const body = JSON.stringify({ jsonrpc: '2.0', id, method, params })
    editor.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    await editor.until(() => editor.messages.some(isAnswer), `an answer to ${method}`)
    const answers = editor.messages.filter(isAnswer)
    expect(answers).toHaveLength(1)
    return answers[0]?.error?.code
  }
  editor.open('early.yaml', 'type: ghost\n')
  expect(await refusal('workspace/symbol', { query: '' })).toBe(-32002)
  expect(await refusal('no/such/method')).toBe(-32002)
  expect(await refusal('shutdown')).toBe(-32002)
  expect(await refusal('initialize', { capabilities: null })).toBe(-32603)
  await editor.introduce()
  expect(await refusal('initialize', { capabilities: {} })).toBe(-32600)
  expect(await refusal('workspace/symbol', { query: '' })).toBeUndefined()
  expect(await refusal('no/such/method')).toBe(-32601)
  await editor.ask('shutdown')
  expect(await refusal('workspace/symbol', { query: '' })).toBe(-32600)
  expect(await refusal('shutdown')).toBe(-32600)
  expect(editor.told('early.yaml')).toBeUndefined()
  editor.tell('exit')
  expect(await editor.ended).toBe(0)
})

test('messages that make no sense do not end it', async () => {
  const editor = await startEditor(baseWith())
  const hovered = editor.uriOf('new.yaml')
  const textless = editor.uriOf('textless.yaml')
  const bodies = [
    '{',
    'null',
    '[]',
    '"text"',
    '{"jsonrpc":"2.0"}',
    '{"jsonrpc":"2.0","id":77,"method":"no/such/method","params":{}}',
    '{"jsonrpc":"2.0","method":"textDocument/didOpen"}',
    '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":7}}}',
    `{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"${textless}","version":1}}}`,
    `{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"${textless}","version":1,"text":7}}}`,
    '{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///x"}}}',
    '{"jsonrpc":"2.0","method":"workspace/didChangeWatchedFiles","params":{"changes":[{"uri":"file:///%zz"},{}]}}',
    '{"jsonrpc":"2.0","method":"workspace/didChangeWorkspaceFolders","params":{}}',
    '{"jsonrpc":"2.0","method":"workspace/didChangeWorkspaceFolders","params":{"event":{"added":7}}}',
    '{"jsonrpc":"2.0","method":"workspace/didChangeWorkspaceFolders","params":{"event":{"added":[null,{},{"uri":7}]}}}',
    `{"jsonrpc":"2.0","id":78,"method":"textDocument/hover","params":{"textDocument":{"uri":"${hovered}"}}}`,
  ]
  const strange = [
    'file:///%00/x.yaml',
    `file:///${'x/'.repeat(5000)}y.yaml`,
    'file://elsewhere/x.yaml',
    'file:',
    '',
  ]
  for (const uri of strange) {
    const textDocument = { uri, languageId: 'yaml', version: 1, text: 'a: b\n' }
    editor.tell('textDocument/didOpen', { textDocument })
    editor.tell('textDocument/didSave', { textDocument })
    expect(await editor.ask('textDocument/formatting', { textDocument, options: {} })).toBeNull()
  }
  for (const body of bodies) {
    editor.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  editor.open('new.yaml', 'type: ghost\nname: New\n')
  await editor.until(() => editor.problems('new.yaml').length > 0, 'a problem')
  expect(await editor.shutDown()).toBe(0)
})

test('what is no message at all is passed over, and where the next one begins cannot be known it waits for the end', async () => {
  const editor = await startEditor(baseWith())
  editor.write('garbage\r\n\r\n')
  // What comes in the same breath would be taken for the rest of it.
  await new Promise((done) => setTimeout(done, 200))
  expect(await editor.ask('workspace/symbol', { query: 'hildebrand' })).toHaveLength(1)
  editor.write('Content-Length: many\r\n\r\n{}')
  editor.child.stdin.end()
  expect(await editor.ended).toBe(1)
})
