/** What an entity may be in STIX 2.1: an object that a name makes whole, or an identity of some class. */
export const stixEntities = [
  'attack-pattern',
  'campaign',
  'course-of-action',
  'incident',
  'infrastructure',
  'intrusion-set',
  'malware',
  'threat-actor',
  'tool',
  'vulnerability',
  // Identities
  'identity',
  'individual',
  'group',
  'organization',
  'class',
  'system',
  // Locations
  'location',
  'country',
] as const
export type StixEntity = (typeof stixEntities)[number]

/** The extension that holds what STIX has no property for, and the program that answers for it: the same in every bundle. */
export const stixExtension = 'extension-definition--2c1d1fd5-4d4b-4f0e-8f6a-9b6c3a0d7e52'
export const stixProgram = 'identity--5b1f6f0a-0c0e-4c65-8a8b-1d2f3e4a5b6c'

/** How the description of a base begins; what wrote it follows. */
export const baseDescription = 'A knowledge base, written by '

/** A relationship type, of which STIX lets anybody invent more; `^` before it turns the relation round. */
export const stixRelationship = /^\^?[a-z0-9]+(-[a-z0-9]+)*$/
