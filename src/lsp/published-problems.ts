import type { PublishDiagnosticsParams } from 'vscode-languageserver/node'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** An editor keeps and draws all that it is told. */
export const mostTold = 5000

/** Where there are more, the errors first. */
export function mostUrgent(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= mostTold) return diagnostics
  const isError = ({ severity }: Diagnostic) => severity === 'error'
  const others = diagnostics.filter((one) => !isError(one))
  return [...diagnostics.filter(isError), ...others].slice(0, mostTold)
}

export interface Published {
  /** Tells the problems of each file that has others than before, or another version. */
  readonly tell: (files: readonly PublishDiagnosticsParams[]) => void
}

/** What the editor was told last of each file; a file of which nothing is told any longer is cleared. */
export function published(send: (params: PublishDiagnosticsParams) => void): Published {
  const last = new Map<string, string>()
  return {
    tell: (files) => {
      // First what is gone: it may be the same file under an address that the editor writes in another way.
      const now = new Set(files.map(({ uri }) => uri))
      for (const uri of [...last.keys()].filter((known) => !now.has(known))) {
        last.delete(uri)
        send({ uri, diagnostics: [] })
      }
      for (const params of files) {
        const text = JSON.stringify(params)
        if (last.get(params.uri) !== text) send(params)
        last.set(params.uri, text)
      }
    },
  }
}
