import type { ExportFormat } from '../export-format.ts'
import { stixLosses } from './stix-losses.ts'
import { writeStix } from './write-stix.ts'

export const stix = {
  extension: 'json',
  mediaType: 'application/stix+json;version=2.1',
  description:
    'A bundle of STIX 2.1 for threat intelligence platforms, with the ids of every export the same.',
  hasPositions: false,
  options: {},
  cannotHold: [
    'The types of entities are those that the ontology names with "stix"; the exact ones are labels.',
    'Attributes, speakers, roles, EDTF dates, rival readings and the ontology stand in an extension, which other programs keep or ignore.',
    'A time runs from the first instant of its earliest day to the last of its latest; an open end and an unknown end look the same.',
    'Every object is as old as 1970 and as new as the latest source, since no clock is asked.',
    'The positions, sizes and colours of the picture stay behind.',
    'Halves of characters and noncharacters become U+FFFD, since I-JSON refuses them.',
  ],
  write: writeStix,
  losses: stixLosses,
} as const satisfies ExportFormat
