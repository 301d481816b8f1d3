import { join } from 'node:path'
import type {
  ClientCapabilities,
  Connection,
  Location,
  Position,
  ServerCapabilities,
  TextDocumentIdentifier,
} from 'vscode-languageserver/node'
import type { SourceFile } from '../documents/document.ts'
import { parseDocument } from '../documents/parse-document.ts'
import { fileName } from '../model/read-entity.ts'
import type { Bases, Machine } from './bases.ts'
import { codeActions, fixAllKind } from './code-actions.ts'
import { completionAt, locatorsAt } from './completion.ts'
import { declarationOf, mentionsOf, wordIn } from './find-word.ts'
import { formatEdits } from './format.ts'
import { hoverOn } from './hover.ts'
import type { LiveBase, View } from './live-base.ts'
import { markdown, plainText } from './manner.ts'
import { type OpenDocuments, pathOf } from './open-documents.ts'
import { asDocument, type Places, placesIn } from './places.ts'
import { referencePlace } from './reference-place.ts'
import { canRename, type Renaming, renameWithFile, renameWord } from './rename.ts'
import { asList, symbolsFor, symbolsIn } from './symbols.ts'
import type { Word } from './words.ts'
import type { EditorFiles } from './workspace-edit.ts'

/** What the server offers an editor. Some of it is only for editors that say they know the form it has. */
export function featuresFor({ textDocument }: ClientCapabilities): ServerCapabilities {
  const { codeAction, rename } = textDocument ?? {}
  return {
    ...(codeAction?.codeActionLiteralSupport && {
      codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind] },
    }),
    definitionProvider: true,
    referencesProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    hoverProvider: true,
    completionProvider: { triggerCharacters: [' ', '[', ',', '#', '"', "'"] },
    renameProvider: rename?.prepareSupport === true ? { prepareProvider: true } : true,
    documentFormattingProvider: true,
  }
}

/** A file as a question of the editor is about it. */
interface Asked {
  readonly base: LiveBase
  readonly view: View
  readonly file: SourceFile
  readonly files: EditorFiles & { readonly places: Places }
}

interface AskedWord extends Asked {
  readonly word: Word
}

interface At {
  readonly textDocument: TextDocumentIdentifier
  readonly position: Position
}

/** Answers what the editor asks. Of a file of no base there is nothing to tell. */
export function serveFeatures(
  connection: Connection,
  bases: Bases,
  documents: OpenDocuments,
  { alsoRenamed }: Pick<Machine, 'alsoRenamed'>,
  client: () => ClientCapabilities,
): void {
  const filesOf = ({ folder }: LiveBase, { sources }: View) => {
    const uriOf = (path: string) => documents.uriOf(join(folder, path))
    const versionOf = (path: string) => documents.at(join(folder, path))?.version ?? null
    return { uriOf, versionOf, places: placesIn(sources, uriOf) }
  }
  const asked = async (
    { uri }: TextDocumentIdentifier,
    { needsLatest = true } = {},
  ): Promise<Asked | undefined> => {
    const place = await bases.placeOf(pathOf(uri) ?? '')
    if (place === undefined) return undefined
    const { base, path } = place
    const askedIn = (view: View): Asked | undefined => {
      const file = view.sources.files.find((one) => one.path === path)
      return file && { base, view, file, files: filesOf(base, view) }
    }
    // A file that was opened just now is in no check yet.
    const known = needsLatest ? undefined : askedIn(base.last())
    return known ?? askedIn(base.look())
  }
  const askedWord = async ({ textDocument, position }: At): Promise<AskedWord | undefined> => {
    const found = await asked(textDocument)
    if (found === undefined) return undefined
    const { view, file } = found
    const word = wordIn(view, file.path, asDocument(file.text).offsetAt(position))
    return word && { ...found, word }
  }

  const renamingOf = ({ base, view, files }: Asked): Renaming => {
    return { base, view, files, client: client(), alsoRenamed }
  }

  connection.onCodeAction(async (params) => {
    const found = await asked(params.textDocument)
    return found ? codeActions(found.base, found.file.path, params, found.files, client()) : []
  })
  connection.onDefinition(async (params) => {
    const found = await askedWord(params)
    const span = found && declarationOf(found.view, found.word)
    return span ? found.files.places.location(span) : null
  })
  connection.onReferences(async (params): Promise<Location[]> => {
    const found = await askedWord(params)
    if (found === undefined) return []
    const { view, word, files } = found
    const declared = params.context.includeDeclaration ? declarationOf(view, word) : undefined
    const spans = [...(declared ? [declared] : []), ...mentionsOf(view, word)]
    return spans.map(files.places.location)
  })
  connection.onDocumentSymbol(async ({ textDocument }) => {
    const found = await asked(textDocument)
    if (found === undefined) return []
    const symbols = symbolsIn(parseDocument(found.file), found.files.places)
    const showsTree = client().textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport
    return showsTree ? symbols : asList(symbols, found.files.uriOf(found.file.path))
  })
  connection.onWorkspaceSymbol(async ({ query }) => {
    const all = await bases.all()
    return all.flatMap((base) => {
      const view = base.look()
      return symbolsFor(query, view.base, base.search, filesOf(base, view).places)
    })
  })
  connection.onHover(async (params) => {
    const found = await askedWord(params)
    if (found === undefined) return null
    const { view, word, file, files } = found
    const written = file.text.slice(word.span.start, word.span.end)
    const [liked] = client().textDocument?.hover?.contentFormat ?? []
    const manner = liked === 'markdown' ? markdown : plainText
    const value = hoverOn(view.base, word, written, manner)
    if (value === undefined) return null
    return { contents: { kind: manner.kind, value }, range: files.places.range(word.span) }
  })
  connection.onCompletion(async ({ textDocument, position }) => {
    const found = await asked(textDocument, { needsLatest: false })
    const document = documents.at(pathOf(textDocument.uri) ?? '')
    if (found === undefined || document === undefined) return null
    const { base, view, file } = found
    const { ontology } = view.base
    const place = referencePlace(
      document.getText(),
      document.offsetAt(position),
      file.path,
      ontology,
    )
    if (place?.kind === 'locator') return locatorsAt(place, document, view.base)
    return place ? completionAt(place, document, view.base, base.search) : null
  })
  connection.onPrepareRename(async (params) => {
    const found = await askedWord(params)
    if (found === undefined || !canRename(found.word)) return null
    return { range: found.files.places.range(found.word.span), placeholder: found.word.id }
  })
  connection.onRenameRequest(async (params) => {
    const found = await askedWord(params)
    if (found === undefined || !canRename(found.word)) return null
    return renameWord(renamingOf(found), found.word.id, params.newName)
  })
  connection.workspace.onWillRenameFiles(async ({ files: [moved, ...others] }) => {
    // Each edit is made of the base as it is, so that two would not fit together.
    if (moved === undefined || others.length > 0) return null
    const found = await asked({ uri: moved.oldUri })
    const target = await bases.placeOf(pathOf(moved.newUri) ?? '')
    if (found === undefined || target?.base !== found.base || !target.path.endsWith('.yaml')) {
      return null
    }
    return renameWithFile(renamingOf(found), found.file.path, fileName(target.path))
  })
  connection.onDocumentFormatting(async ({ textDocument }) => {
    const found = await asked(textDocument)
    return found ? formatEdits(found.file) : null
  })
}
