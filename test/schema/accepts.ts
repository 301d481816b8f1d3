import { Ajv, type ValidateFunction } from 'ajv'
import { parse } from 'yaml'
import type { SourceFile } from '../../src/documents/document.ts'
import type { Base } from '../../src/model/base.ts'
import type { JsonSchema } from '../../src/schema/json-schema.ts'
import { type SchemaName, schemaFor, schemas } from '../../src/schema/schemas.ts'

export const schemaNames = Object.keys(schemas) as SchemaName[]

/** What ajv does not know: keywords of the YAML language server. */
const ofEditors = [
  'enumDescriptions',
  'errorMessage',
  'patternErrorMessage',
  'doNotSuggest',
  'defaultSnippets',
]

/** Strict but for types: a branch of a condition says nothing of the type that it is a branch for. */
export function ajv(): Ajv {
  const quick = { inlineRefs: false, code: { optimize: false } } as const
  const options = { strictTypes: false, strictRequired: false, ...quick } as const
  return new Ajv({ strict: true, ...options }).addVocabulary(ofEditors)
}

/** Tells what the schemas of a base find wrong in its files, as an editor would. */
export function judgeOf(base: Base): (file: SourceFile) => readonly string[] {
  const validators = new Map<SchemaName, ValidateFunction>()
  return ({ path, text }) => {
    const name = kindOf(path)
    const validate = validators.get(name) ?? compiled(schemaFor(name, base))
    validators.set(name, validate)
    if (validate(parse(text, { schema: 'core', version: '1.2' }))) return []
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
  }
}

const known = new Map<string, ValidateFunction>()

/** Most cases differ in the entities alone, and so their schemas of sources and the ontology are one. */
function compiled(schema: JsonSchema): ValidateFunction {
  const text = JSON.stringify(schema)
  const validate = known.get(text) ?? ajv().compile(schema)
  known.set(text, validate)
  return validate
}

export function kindOf(path: string): SchemaName {
  if (path === 'ontology.yaml') return 'ontology'
  if (path === 'identity.yaml') return 'identity'
  if (path === 'views.yaml') return 'views'
  return path.startsWith('sources/') ? 'source' : 'entity'
}
