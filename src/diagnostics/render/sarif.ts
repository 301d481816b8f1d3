import { mendHalves } from '../../text/half-characters.ts'
import { explanations } from '../explanations.ts'
import type { LocatedDiagnostic, PlacedNote } from './json.ts'

/** The static analysis results interchange format 2.1.0, as code scanning services read it. */
export function renderAsSarif(
  diagnostics: readonly LocatedDiagnostic[],
  folder: string,
  version: string,
): unknown {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort()
  const told: Readonly<Record<string, { meaning: string; mend: string }>> = explanations
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'dossier',
            version,
            rules: codes.map((id) => ({
              id,
              shortDescription: { text: told[id]?.meaning ?? id },
              help: { text: told[id]?.mend ?? id },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => resultOf(diagnostic, codes, folder)),
      },
    ],
  }
}

function resultOf(d: LocatedDiagnostic, codes: readonly string[], folder: string) {
  const region = { startLine: d.line, startColumn: d.column, endColumn: d.endColumn }
  return {
    ruleId: d.code,
    ruleIndex: codes.indexOf(d.code),
    level: d.severity,
    message: { text: d.message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(d.file, folder) }, region } }],
    relatedLocations: d.notes.flatMap((note) => relatedLocation(note, folder)),
  }
}

function relatedLocation({ message, file, line, column }: PlacedNote, folder: string) {
  if (file === undefined) return []
  return [
    {
      message: { text: message },
      physicalLocation: {
        artifactLocation: { uri: uriOf(file, folder) },
        region: { startLine: line, startColumn: column },
      },
    },
  ]
}

/** Relative to where the check ran, so that a service finds the file in the repository. */
function uriOf(file: string, folder: string): string {
  const path = folder === '' || folder === '.' ? file : `${folder}/${file}`
  // A broken character has no code in an address, so it becomes U+FFFD.
  return mendHalves(path).split('/').map(encodeURIComponent).join('/')
}
