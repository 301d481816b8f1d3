import { expect, test } from 'vitest'
import { expectGolden } from './expect-golden.ts'
import { importFiles, importText } from './import-text.ts'

const lines = [
  {
    id: 'p-1',
    schema: 'Person',
    properties: {
      name: ['Иван Петров', 'Ivan Petrov'],
      alias: ['Vanya'],
      birthDate: ['1970-05-01'],
      height: ['180'],
      nationality: ['ru', 'cy'],
      proof: ['doc-1'],
      addressEntity: ['addr-1'],
    },
    datasets: ['leaks'],
    referents: ['old-p-1'],
  },
  {
    id: 'c-1',
    schema: 'Company',
    properties: {
      name: ['Acme Ltd'],
      jurisdiction: ['cy'],
      incorporationDate: ['2001'],
      sourceUrl: ['https://registry.example/acme'],
      website: ['https://acme.example'],
    },
  },
  {
    id: 'addr-1',
    schema: 'Address',
    properties: { full: ['1 Main Street, Limassol'], country: ['cy'] },
  },
  {
    id: 'own-1',
    schema: 'Ownership',
    caption: 'Ownership',
    properties: {
      owner: ['old-p-1'],
      asset: ['c-1'],
      percentage: ['51'],
      startDate: ['2005-03'],
      endDate: ['2010'],
      proof: ['doc-1'],
      role: ['shareholder'],
    },
  },
  {
    id: 'dir-1',
    schema: 'Directorship',
    properties: {
      director: ['p-1'],
      organization: ['c-1'],
      startDate: ['2004-01-01T00:00:00'],
      sourceUrl: ['https://registry.example/acme'],
      publisher: ['Registrar'],
    },
  },
  {
    id: 'mem-1',
    schema: 'Membership',
    properties: { member: ['p-1', 'c-1'], organization: ['org-1'] },
  },
  {
    id: 'org-1',
    schema: 'Organization',
    properties: { name: ['Chamber of Commerce'], weakAlias: ['Chamber'] },
  },
  {
    id: 'link-1',
    schema: 'UnknownLink',
    properties: { subject: ['p-1'], object: ['nobody'], summary: ['Seen together.'] },
  },
  {
    id: 'ev-1',
    schema: 'Event',
    properties: {
      name: ['Meeting in Paphos'],
      date: ['2006-07-08'],
      involved: ['p-1', 'c-1'],
      location: ['Paphos'],
    },
  },
  {
    id: 'doc-1',
    schema: 'Pages',
    properties: {
      title: ['Leaked register'],
      fileName: ['reg.pdf'],
      publishedAt: ['2016-04-03'],
      sourceUrl: ['https://leak.example/reg.pdf'],
      author: ['Source A'],
    },
  },
  { id: 'doc-2', schema: 'Document', properties: { fileName: ['memo.docx'] } },
  {
    id: 'sanc-1',
    schema: 'Sanction',
    properties: { entity: ['p-1'], authority: ['OFAC'], program: ['SDN'] },
  },
  { id: 'c-1', schema: 'Company', properties: { status: ['active'], nested: [{ a: 1 }] } },
]

const text = lines.map((line) => JSON.stringify(line)).join('\n')

test('people, companies, links, events and documents', async () => {
  await expectGolden('ftm', await importText('ftm', `${text}\n\nnot json\n{"id": "x"}\n`))
})

test('a line that is no JSON is told, and a file that is cut off is refused', async () => {
  const line = '{"id":"a","schema":"Person","properties":{"name":["Ada"]}}'
  const { remarks } = await importText('ftm', `${line}\nnonsense\n`)
  expect(remarks).toMatchObject([{ kind: 'broken-lines', count: 1, example: 'line 2' }])
  const cut = await importFiles('ftm', { 'cut.ftm': `${line}\n${line.slice(0, 40)}` })
  expect(cut).toMatch(/"cut\.ftm" is cut off: its last line, 2, is not whole\./)
})

test.each([
  ['nothing', '', /no FollowTheMoney/],
  ['no JSON', 'id,name\n1,2\n', /no FollowTheMoney/],
  ['another JSON', '{"type":"bundle","objects":[]}', /no FollowTheMoney/],
  ['one endless line', `{"id":"${'x'.repeat(17 * 2 ** 20)}`, /a line of more than 16 MiB/],
])('%s: a message with the way out', async (_, bad, message) => {
  expect(await importFiles('ftm', { 'bad.json': bad })).toMatch(message)
})

test('pages of one site are told apart by the ends of their addresses, however long these are', async () => {
  const pageOf = (number: number) =>
    `https://www.register.example/transparency/groups/members/detail.cfm?memberID=${number}`
  const people = [9614, 36056].map((number) => ({
    ...{ id: `p-${number}`, schema: 'Person' },
    properties: { name: [`Member ${number}`], sourceUrl: [pageOf(number)] },
  }))
  const { files } = await importText('ftm', people.map((line) => JSON.stringify(line)).join('\n'))
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      'sources/register-example-detail-cfm-memberid-36056.yaml',
      'sources/register-example-detail-cfm-memberid-9614.yaml',
    ]),
  )
})
