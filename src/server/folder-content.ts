import type { SourceFile } from '../documents/document.ts'
import { questionAnswerer } from './answer-question.ts'
import type { Content } from './content.ts'
import { fileOpener, type OpenEditor } from './file-opener.ts'
import { type FollowedFolder, followFolder } from './follow-folder.ts'
import { keepPlaces } from './kept-places.ts'
import { type LayOut, layOutHere } from './lay-out.ts'
import { type Look, lookAtBase } from './look-at-base.ts'
import { openRelayout, type Relayout } from './relayout.ts'
import type { ServedGraph } from './served-graph.ts'
import type { OnEvent } from './server-event.ts'
import type { Status } from './status.ts'
import { viewKeeper, type WriteChange } from './view-keeper.ts'

export interface FolderOptions {
  readonly dataFolder: string
  /** Pages get a graph of up to so many entities whole, and parts of a larger one. */
  readonly mostWhole?: number
  /** Starts the editor of the person who serves; without it, pages offer none. */
  readonly openEditor?: OpenEditor
  /** Puts a change of a file of the base on disk; without it, pages keep no views. */
  readonly writeChange?: WriteChange
  /** Places all nodes anew while the server goes on answering, if it can; without it, it cannot. */
  readonly layOut?: LayOut
  readonly onEvent?: OnEvent
}

/** What lies on a screen beyond this is no picture any more, and takes a page seconds to open. */
const mostWhole = 20_000

/** The base in a folder, and what becomes of it. Rejects with `CannotStart`. */
export async function folderContent(options: FolderOptions): Promise<Content> {
  const { dataFolder, onEvent = () => {} } = options
  const { first, see, graph } = await lookAtBase(dataFolder)
  onEvent(first.event)
  const keep = () => keepPlaces(dataFolder, graph.places())
  keep()
  let { status: latest, sources } = first
  const { act, tokens } = doingOf(options, () => sources.files)
  const status = (): Status => ({
    ...latest,
    ...(graph.shown().parts.size > (options.mostWhole ?? mostWhole) && { inParts: true }),
    ...tokens,
  })
  let followed: readonly [folder: FollowedFolder, relayout: Relayout] | undefined
  const follow: Content['follow'] = (tell) => {
    const relayout = relayoutOf(graph, options, () => {
      keep()
      latest = { ...latest, graph: graph.version() }
      tell(status())
    })
    const onChange = (look: Look) => {
      sources = look.sources
      latest = look.status
      tell(status())
      onEvent(look.event)
      relayout.consider()
    }
    const onWatchingFailed = (reason: string) => onEvent({ kind: 'watching-failed', reason })
    followed = [followFolder(dataFolder, { first, see, onChange, onWatchingFailed }), relayout]
  }
  return {
    ...{ status, graph, act, follow },
    ask: questionAnswerer(graph),
    onListener: () => followed?.[0].refresh(),
    close: async () => {
      if (followed) keep()
      await Promise.all(followed?.map((each) => each.close()) ?? [])
    },
  }
}

/** What pages can have done with the files, and the tokens that they send for it. */
function doingOf(
  { dataFolder: folder, openEditor, writeChange }: FolderOptions,
  files: () => readonly SourceFile[],
): Pick<Content, 'act'> & { readonly tokens: Pick<Status, 'editor' | 'keeper'> } {
  const hasFile = (file: string) => files().some(({ path }) => path === file)
  const opener = fileOpener({ folder, hasFile, openEditor })
  const keeper = viewKeeper({ files, writeChange })
  return {
    act: (path, tokens) =>
      path.startsWith('/open/') ? opener.open(path, tokens) : keeper.keep(path, tokens),
    tokens: {
      ...(opener.token !== undefined && { editor: opener.token }),
      ...(keeper.token !== undefined && { keeper: keeper.token }),
    },
  }
}

function relayoutOf(
  graph: ServedGraph,
  { layOut = layOutHere, onEvent = () => {} }: FolderOptions,
  onMoved: () => void,
): Relayout {
  const onFailure = (error: unknown) => onEvent({ kind: 'compiling-failed', error })
  const relayout = openRelayout(graph, layOut, onMoved, onFailure)
  relayout.consider()
  return relayout
}
