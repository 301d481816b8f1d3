/** The schemata of FollowTheMoney 4 that an entity may have, each with those that it extends. */
export const ftmSchemata = {
  Address: ['Thing'],
  Airplane: ['Thing', 'Asset', 'Vehicle'],
  Article: ['Thing', 'Document'],
  Asset: ['Thing'],
  BankAccount: ['Thing', 'Asset'],
  Company: ['Thing', 'LegalEntity', 'Organization', 'Asset'],
  Contract: ['Thing', 'Asset'],
  CourtCase: ['Thing'],
  CryptoWallet: ['Thing'],
  Document: ['Thing'],
  Event: ['Thing', 'Interval'],
  LegalEntity: ['Thing'],
  License: ['Thing', 'Asset', 'Contract'],
  Organization: ['Thing', 'LegalEntity'],
  Person: ['Thing', 'LegalEntity'],
  Position: ['Thing'],
  Project: ['Thing', 'Interval'],
  PublicBody: ['Thing', 'LegalEntity', 'Organization'],
  RealEstate: ['Thing', 'Asset'],
  Security: ['Thing', 'Asset'],
  Territory: ['Thing'],
  Trip: ['Thing', 'Interval', 'Event'],
  UserAccount: ['Thing'],
  Vehicle: ['Thing', 'Asset'],
  Vessel: ['Thing', 'Asset', 'Vehicle'],
} as const
export type FtmSchema = keyof typeof ftmSchemata

/** A property that names an entity, and the schema that this entity must have. */
export interface FtmEnd {
  readonly property: string
  readonly range: string
}

/** The schemata of links: a relation's source fills the first end, its target the second. */
export const ftmLinks = {
  Associate: ends('person', 'Person', 'associate', 'Person'),
  Control: ends('controller', 'LegalEntity', 'controlled', 'LegalEntity'),
  CourtCaseParty: ends('party', 'Thing', 'case', 'CourtCase'),
  Debt: ends('debtor', 'LegalEntity', 'creditor', 'LegalEntity'),
  Directorship: ends('director', 'LegalEntity', 'organization', 'Organization'),
  Documentation: ends('document', 'Document', 'entity', 'Thing'),
  Employment: ends('employee', 'Person', 'employer', 'Organization'),
  Family: ends('person', 'Person', 'relative', 'Person'),
  Membership: ends('member', 'LegalEntity', 'organization', 'Organization'),
  Occupancy: ends('holder', 'LegalEntity', 'post', 'Position'),
  Ownership: ends('owner', 'LegalEntity', 'asset', 'Asset'),
  Payment: ends('payer', 'LegalEntity', 'beneficiary', 'LegalEntity'),
  ProjectParticipant: ends('participant', 'LegalEntity', 'project', 'Project'),
  Representation: ends('agent', 'LegalEntity', 'client', 'LegalEntity'),
  Succession: ends('predecessor', 'LegalEntity', 'successor', 'LegalEntity'),
  UnknownLink: ends('subject', 'Thing', 'object', 'Thing'),
} as const
export type FtmLink = keyof typeof ftmLinks

/** Properties by which an entity names another one beside the link: whose they are, and whom they name. */
export const ftmProperties = {
  addressEntity: { of: 'Thing', range: 'Address' },
  involved: { of: 'Event', range: 'LegalEntity' },
  organizer: { of: 'Event', range: 'LegalEntity' },
  parent: { of: 'Organization', range: 'LegalEntity' },
} as const

/** What a relation may be in FollowTheMoney; `^` before it turns the relation round. */
export const ftmRelations = [...Object.keys(ftmLinks), ...Object.keys(ftmProperties)].flatMap(
  (name) => [name, `^${name}`],
)

function ends(source: string, sourceRange: string, target: string, targetRange: string) {
  return [
    { property: source, range: sourceRange },
    { property: target, range: targetRange },
  ] as const satisfies readonly FtmEnd[]
}
