/** The schemata of FollowTheMoney that others stand below, each with the one above it; the first where it has several. */
const parents: Readonly<Record<string, string>> = {
  Address: 'Thing',
  Airplane: 'Vehicle',
  Article: 'Document',
  Assessment: 'Thing',
  Asset: 'Thing',
  Audio: 'Document',
  BankAccount: 'Asset',
  Call: 'Interval',
  CallForTenders: 'Thing',
  Company: 'Organization',
  Contract: 'Asset',
  CourtCase: 'Thing',
  CryptoWallet: 'Thing',
  Document: 'Thing',
  Email: 'Document',
  Event: 'Thing',
  Folder: 'Document',
  HyperText: 'Document',
  Identification: 'Interval',
  Image: 'Document',
  LegalEntity: 'Thing',
  License: 'Contract',
  Message: 'Document',
  Note: 'Thing',
  Organization: 'LegalEntity',
  Package: 'Folder',
  Page: 'Document',
  Pages: 'Document',
  Passport: 'Identification',
  Person: 'LegalEntity',
  PlainText: 'Document',
  Position: 'Thing',
  Project: 'Thing',
  PublicBody: 'Organization',
  RealEstate: 'Asset',
  Sanction: 'Interval',
  Security: 'Asset',
  Table: 'Document',
  Territory: 'Thing',
  Trip: 'Event',
  UserAccount: 'Thing',
  Vehicle: 'Asset',
  Vessel: 'Vehicle',
  Video: 'Document',
  Workbook: 'Document',
}

/** A schema whose entities tie two others: where its ends stand and what to call it in a sentence. */
export interface EdgeSchema {
  readonly source: string
  readonly target: string
  readonly relation: string
}

export const edgeSchemata: ReadonlyMap<string, EdgeSchema> = new Map(
  (
    [
      ['Associate', 'person', 'associate', 'associate of'],
      ['Control', 'controller', 'controlled', 'controls'],
      ['ContractAward', 'supplier', 'contract', 'supplier of'],
      ['CourtCaseParty', 'party', 'case', 'party to'],
      ['Debt', 'debtor', 'creditor', 'in debt to'],
      ['Directorship', 'director', 'organization', 'director of'],
      ['Documentation', 'document', 'entity', 'documents'],
      ['Employment', 'employee', 'employer', 'employed by'],
      ['Family', 'person', 'relative', 'family of'],
      ['Membership', 'member', 'organization', 'member of'],
      ['Occupancy', 'holder', 'post', 'holds'],
      ['Ownership', 'owner', 'asset', 'owns'],
      ['Payment', 'payer', 'beneficiary', 'paid'],
      ['ProjectParticipant', 'participant', 'project', 'participant in'],
      ['Representation', 'agent', 'client', 'represents'],
      ['Similar', 'candidate', 'match', 'similar to'],
      ['Succession', 'predecessor', 'successor', 'succeeded by'],
      ['UnknownLink', 'subject', 'object', 'linked to'],
    ] as const
  ).map(([schema, source, target, relation]) => [schema, { source, target, relation }]),
)

/** Whether a schema is another or stands below it. */
export function isBelow(schema: string, above: string): boolean {
  for (let own: string | undefined = schema; own !== undefined; own = parentOf(own)) {
    if (own === above) return true
  }
  return false
}

export function parentOf(schema: string): string | undefined {
  return Object.hasOwn(parents, schema) ? parents[schema] : undefined
}
