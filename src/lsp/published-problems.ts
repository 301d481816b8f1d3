import type { PublishDiagnosticsParams } from 'vscode-languageserver/node'

export interface Published {
  /** Tells the problems of each file that has others than before, or another version. */
  readonly tell: (files: Iterable<PublishDiagnosticsParams>) => void
}

/** What the editor was told last of each file; a file of which nothing is told any longer is cleared. */
export function published(send: (params: PublishDiagnosticsParams) => void): Published {
  const last = new Map<string, string>()
  return {
    tell: (files) => {
      const gone = new Set(last.keys())
      for (const params of files) {
        gone.delete(params.uri)
        const text = JSON.stringify(params)
        if (last.get(params.uri) !== text) send(params)
        last.set(params.uri, text)
      }
      for (const uri of gone) {
        last.delete(uri)
        send({ uri, diagnostics: [] })
      }
    },
  }
}
