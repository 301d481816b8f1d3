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

/** A relationship type, of which STIX lets anybody invent more; `^` before it turns the relation round. */
export const stixRelationship = /^\^?[a-z0-9]+(-[a-z0-9]+)*$/
