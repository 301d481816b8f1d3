import { join } from 'node:path'
import type { ClientCapabilities, Connection } from 'vscode-languageserver/node'
import { groupBy } from '../model/group-by.ts'
import type { View } from './live-base.ts'
import type { OpenDocuments } from './open-documents.ts'
import { placesIn } from './places.ts'
import { problemOf } from './problem-of.ts'
import { mostTold, mostUrgent, type Published, published } from './published-problems.ts'

/** Tells an editor what is wrong in the bases it looks at, each by its folder. */
export interface ProblemTeller {
  /** Of the files that are open it is told also that nothing is wrong. */
  readonly tell: (folder: string, view: View, open: readonly string[]) => void
  readonly forget: (folder: string) => void
}

export function problemTeller(
  connection: Connection,
  documents: OpenDocuments,
  client: () => ClientCapabilities,
): ProblemTeller {
  const told = new Map<string, Published>()
  return {
    tell: (folder, { sources, diagnostics }, open) => {
      const uriOf = (path: string) => documents.uriOf(join(folder, path))
      const showsNotes = client().textDocument?.publishDiagnostics?.relatedInformation === true
      const places = placesIn(sources, uriOf)
      const byFile = groupBy(mostUrgent(diagnostics), ({ span }) => span.file)
      for (const path of open) if (!byFile.has(path)) byFile.set(path, [])
      if (!told.has(folder) && diagnostics.length > mostTold) {
        connection.window.showWarningMessage(
          `Dossier shows ${mostTold} of ${diagnostics.length} problems, the errors first. "dossier check --format json" has all of them.`,
        )
      }
      const files =
        told.get(folder) ?? published((params) => void connection.sendDiagnostics(params))
      told.set(folder, files)
      files.tell(
        [...byFile].map(([path, problems]) => {
          const document = documents.at(join(folder, path))
          return {
            uri: uriOf(path),
            ...(document && { version: document.version }),
            diagnostics: problems.map((one) => problemOf(one, places, showsNotes)),
          }
        }),
      )
    },
    forget: (folder) => {
      told.get(folder)?.tell([])
      told.delete(folder)
    },
  }
}
