import type { Base } from '../model/base.ts'
import { entitySchema } from './entity-schema.ts'
import { identitySchema } from './identity-schema.ts'
import type { JsonSchema } from './json-schema.ts'
import { ontologySchema } from './ontology-schema.ts'
import { sourceSchema } from './source-schema.ts'
import { viewsSchema } from './views-schema.ts'

interface SchemaKind {
  /** Globs below the data folder, as the YAML language server reads them. */
  readonly files: readonly [string, ...string[]]
  readonly schemaOf: (base: Base) => JsonSchema
}

/** The one list of schemas, one for each kind of file: an editor offers in each what belongs there. */
export const schemas = {
  entity: {
    files: ['**/*.yaml', '!sources/**', '!ontology.yaml', '!identity.yaml', '!views.yaml'],
    schemaOf: entitySchema,
  },
  source: { files: ['sources/**/*.yaml'], schemaOf: sourceSchema },
  ontology: { files: ['ontology.yaml'], schemaOf: ({ ontology }) => ontologySchema(ontology) },
  identity: { files: ['identity.yaml'], schemaOf: identitySchema },
  views: { files: ['views.yaml'], schemaOf: viewsSchema },
} as const satisfies Record<string, SchemaKind>

export type SchemaName = keyof typeof schemas

/** The JSON Schema (draft-07) of one kind of file in a base: equal bases give equal schemas. */
export function schemaFor(name: SchemaName, base: Base): JsonSchema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', ...schemas[name].schemaOf(base) }
}
