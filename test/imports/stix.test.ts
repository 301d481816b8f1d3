import { expect, test } from 'vitest'
import { expectGolden } from './expect-golden.ts'
import { importFiles, importText } from './import-text.ts'

const stamp = { created: '2017-05-31T21:31:48.197Z', modified: '2020-01-01T00:00:00.000Z' }
const made = { spec_version: '2.1', created_by_ref: 'identity--mitre', ...stamp }

const objects = [
  { type: 'marking-definition', id: 'marking-definition--1', definition_type: 'statement' },
  {
    type: 'identity',
    id: 'identity--mitre',
    name: 'The MITRE Corporation',
    identity_class: 'organization',
    ...made,
  },
  {
    type: 'identity',
    id: 'identity--other',
    name: 'Other Lab',
    identity_class: 'organization',
    ...made,
  },
  {
    type: 'intrusion-set',
    id: 'intrusion-set--bef4c620-0787-42a8-a96d-b7eb6e85917c',
    name: 'APT28',
    description:
      '[APT28](https://attack.example/groups/G0007) is a threat group.(Citation: NSA Drovorub) It has been active since at least 2004.\n\nSecond *paragraph* with `code`.',
    aliases: ['APT28', 'Fancy Bear', 'Sofacy'],
    external_references: [
      {
        source_name: 'mitre-attack',
        external_id: 'G0007',
        url: 'https://attack.example/groups/G0007',
      },
      {
        source_name: 'NSA Drovorub',
        description: 'NSA/FBI. (2020, August). Drovorub.',
        url: 'https://nsa.example/d.pdf',
      },
      { source_name: 'No address', description: 'A book.', url: 'ftp://old.example/' },
    ],
    object_marking_refs: ['marking-definition--1'],
    x_mitre_domains: ['enterprise-attack', 'mobile-attack'],
    x_mitre_version: '4.0',
    confidence: 85,
    nested: [{ a: 1 }],
    ...made,
  },
  {
    type: 'intrusion-set',
    id: 'intrusion-set--bef4c620-0787-42a8-a96d-b7eb6e85917c',
    name: 'APT28 (old)',
    ...made,
    modified: '2018-01-01T00:00:00.000Z',
  },
  {
    type: 'threat-actor',
    id: 'threat-actor--1',
    name: 'Медведь',
    threat_actor_types: ['nation-state'],
    first_seen: '2004-01-01T00:00:00Z',
    ...made,
  },
  { type: 'malware', id: 'malware--1', name: 'Zebrocy', is_family: true, revoked: true, ...made },
  {
    type: 'malware',
    id: 'malware--2',
    name: 'Zebrocy',
    is_family: true,
    x_mitre_deprecated: true,
    ...made,
  },
  {
    type: 'attack-pattern',
    id: 'attack-pattern--1',
    name: 'Keylogging',
    kill_chain_phases: [
      { kill_chain_name: 'mitre-attack', phase_name: 'collection' },
      { kill_chain_name: 'mitre-attack', phase_name: 'credential-access' },
    ],
    external_references: [{ source_name: 'capec', external_id: 'CAPEC-568' }],
    ...made,
  },
  { type: 'location', id: 'location--1', latitude: 55.75, longitude: 37.61, ...made },
  { type: 'location', id: 'location--2', country: 'RU', ...made },
  {
    type: 'report',
    id: 'report--1',
    name: 'On bears',
    published: '2021-03-01T12:00:00Z',
    object_refs: ['threat-actor--1', 'relationship--1', 'malware--missing'],
    ...made,
    external_references: [{ source_name: 'Blog', url: 'https://blog.example/bears' }],
  },
  {
    type: 'relationship',
    id: 'relationship--1',
    relationship_type: 'attributed-to',
    source_ref: 'intrusion-set--bef4c620-0787-42a8-a96d-b7eb6e85917c',
    target_ref: 'threat-actor--1',
    confidence: 50,
    start_time: '2004-01-01T00:00:00Z',
    stop_time: '2016-12-31T23:59:59Z',
    ...made,
    created_by_ref: 'identity--other',
  },
  {
    type: 'relationship',
    id: 'relationship--2',
    relationship_type: 'uses',
    source_ref: 'intrusion-set--bef4c620-0787-42a8-a96d-b7eb6e85917c',
    target_ref: 'malware--2',
    description: '[APT28](https://x.example) used it.(Citation: NSA Drovorub)',
    external_references: [
      {
        source_name: 'NSA Drovorub',
        description: 'NSA/FBI. (2020, August). Drovorub.',
        url: 'https://nsa.example/d.pdf',
      },
    ],
    ...made,
  },
  {
    type: 'relationship',
    id: 'relationship--3',
    relationship_type: 'uses',
    source_ref: 'threat-actor--1',
    target_ref: 'malware--1',
    revoked: true,
    ...made,
  },
  {
    type: 'relationship',
    id: 'relationship--4',
    relationship_type: 'revoked-by',
    source_ref: 'malware--1',
    target_ref: 'malware--2',
    ...made,
  },
  {
    type: 'relationship',
    id: 'relationship--5',
    relationship_type: 'uses',
    source_ref: 'threat-actor--1',
    target_ref: 'tool--missing',
    ...made,
  },
  { type: 'relationship', id: 'relationship--6', relationship_type: 'uses', ...made },
  {
    type: 'opinion',
    id: 'opinion--12345678',
    opinion: 'disagree',
    explanation: 'No.',
    object_refs: ['threat-actor--1'],
    ...made,
  },
  { type: 'ipv4-addr', id: 'ipv4-addr--1', value: '198.51.100.3' },
  'no object',
  { type: 'Not A Type', id: 'x' },
]

test('a bundle of all that is common', async () => {
  const bundle = { type: 'bundle', id: 'bundle--1', objects }
  await expectGolden('stix', await importText('stix', JSON.stringify(bundle)))
})

test('one creator is the publisher and no speaker', async () => {
  const one = objects.filter((object) => JSON.stringify(object).includes('identity--mitre'))
  const { files } = await importText('stix', JSON.stringify(one))
  expect(files['sources/sample.yaml']).toContain('publisher: The MITRE Corporation\n')
  expect(Object.values(files).join('')).not.toContain('said-by')
})

test.each([
  ['no JSON', '{', /not JSON/],
  ['no STIX', '{"nodes": []}', /no STIX/],
  ['a number', '7', /no STIX/],
  ['a list of nothing', '[1, null, []]', /no STIX/],
])('%s: a message with the way out', async (_, text, message) => {
  expect(await importFiles('stix', { 'bad.json': text })).toMatch(message)
})
