import type { ComponentChildren } from 'preact'
import type { Confidence } from '../../src/model/claim.ts'
import { counted, grouped, joined, listed } from './text.ts'

// What the first picture says in English; english-later.ts has what is said after it. A translation is a file that
// exports the same names, which texts.ts and later-texts.ts then take. Texts with values are functions, so that a
// language orders words and makes plurals in its own way; a part of a text may be an element of the page.

type Part = ComponentChildren

/** Of the page, as BCP 47 has it. */
export const language = 'en'

// Dates and places in sources, which the shell says in the same words.

export { monthName, yearName } from '../../src/dates/calendar-words.ts'
export { dateDoubt } from '../../src/graph/evidence-in-words.ts'
export { dateAfter, dated, whenInWords as when } from '../../src/graph/sentence.ts'
export { placeInSource, placesInSource } from '../../src/text/place-in-source.ts'

/** `in May 2011` as a caption. */
export const withoutPreposition = (when: string) => when.replace(/^(in|on) /, '')

// Counts and lists

export const number = grouped
export const entities = (count: number) => counted(count, 'entity', 'entities')
export const relations = (count: number) => counted(count, 'relation')
export const relationsHere = (all: number, here: number) =>
  `${relations(all)}, ${grouped(here)} of them here`
const claims = (count: number) => counted(count, 'claim')
export const sources = (count: number) => counted(count, 'source')
export const errors = (count: number) => counted(count, 'error')
export const warnings = (count: number) => counted(count, 'warning')
export const entitiesAndRelations = (entityCount: number, relationCount: number) =>
  `${entities(entityCount)} and ${relations(relationCount)}`
export const all = (what: string) => `All ${what}`
export const oneOf = (count: number, what: string) => `${grouped(count)} of ${what}`
export const and = ' and '
export const quoted = (text: string) => `“${text}”`

// The head of the page

export const unnamedBase = 'Dossier'
export const takeAway = 'Take away'
export const views = 'Views'
export const help = 'Help'
export const keys = 'Keys'
export const withKey = (label: string, key: string) => `${label} (${key})`
export const useLightTheme = 'Use the light theme'
export const useDarkTheme = 'Use the dark theme'
export const fullViewInNewTab = ', full view in a new tab'
export const close = (title: string) => `Close ${title}`
export const open = (title: string) => `Open ${title}`
export const partLost = 'This part of the page could not be loaded. Reload the page.'
export const somePartLost = 'A part of the page could not be loaded. Reload the page.'

// Finding

export const findEntity = 'Find an entity'
export const searchResults = 'Search results'
export const searching = 'Searching…'
export const searchFailed = (why: string) => `${why} Enter searches again.`
export const nothingFound = 'Nothing found. Names, ids and summaries are looked through.'
export const foundSome =
  'Very many bear such words, and only some were looked at. More letters find better.'
export const found = (count: number) => `${entities(count)} found`

// Panels

export const panels = 'Panels'
export const leftPanel = 'Left panel'
export const rightPanel = 'Right panel'
export const filters = 'Filters'
export const outline = 'Outline'
export const sourcesTitle = 'Sources'
export const evidence = 'Evidence'
export const path = 'Path'
export const changes = 'Changes'
export const diagnostics = 'Diagnostics'

// The picture

export const graphOf = (what: string) => `Graph of ${what}`
export const graphRole = 'graph'
export const nothingYet = 'nothing yet'
export const pictureHelp =
  'Arrow keys walk to neighbours, brackets go through the relations of an entity, Enter opens the evidence, Escape ' +
  'lets go. The outline has the same as a list.'
export const picture = 'Picture'
export const zoomIn = 'Zoom in'
export const zoomOut = 'Zoom out'
export const fit = 'Fit'
export const putEverythingBack = 'Put back what was moved'
export const undo = 'Undo'
export const redo = 'Redo'
export const noWebGl =
  'This browser cannot draw the picture (WebGL is off). The outline and the evidence work without it.'

// Over the picture

export const emptyGraph = 'There are no entities in this graph.'
export const noEntitiesYet = 'No entities yet'
export const writeOne = (file: Part, type: Part, name: Part): Part => [
  ...['Write one into the data folder, for example ', file, ' with a ', type, ' and a ', name],
  ', and save it. It appears here at once.',
]
export const opening = 'Opening the graph…'
export const cannotBeOpened = 'The graph cannot be opened'
export const tryAgain = 'Try again'
export const show = 'Show'
export const showErrors = (count: number) => `Show ${errors(count)}`
export const staleGraph = (count: number) =>
  `The files have ${errors(count)}. This is the last graph without any.`
export const newerCannotBeOpened = (failure: Part): Part => [
  'The newer graph cannot be opened. ',
  failure,
]
export const notConnected = 'Not connected: changes of the files do not arrive. Trying again…'
export const dismiss = 'Dismiss'
export const unknownNames = (ids: readonly string[]) =>
  `This graph has no ${listed(ids.map(quoted))}, which the link, or the view before, asked for.`

// Why there is no graph

export const serverAnswered = (status: number) => `The server answered ${status}.`
export const serverSilent = 'The server does not answer.'
export const fileNotFetched = 'The file with the graph cannot be fetched.'
export const noOntology = 'It has no ontology.'
export const undeclaredEntityType = (id: string) =>
  `The entity ${id} has a type that is not declared.`
export const undeclaredRelationType = (id: string) =>
  `The relation ${id} has a type that is not declared.`

// Said aloud

export const everythingInPicture = 'Everything is in the picture.'
export const chooseOtherEnd = 'Choose the other end of the path.'
export const chosen = (count: number) => `${entities(count)} chosen`
export const moved = 'Moved'
export const undone = 'Undone.'
export const redone = 'Redone.'
export const nothingToUndo = 'There is nothing to undo.'
export const nothingToRedo = 'There is nothing to redo.'
export const noEarlierDates = 'Nothing in this base is earlier.'
export const noLaterDates = 'Nothing in this base is later.'
export const skipToPicture = 'Skip to the picture'
export const foundButHidden = (name: string) => `${name} is hidden in the picture.`
export const hiddenMark = 'hidden'
export const noDates = 'No claim in this base has a date.'
export const noNeighbourThere = 'No neighbour in this direction.'
export const chooseEntityWithRelations = 'Choose an entity with relations first.'
export const chooseEntityFirst = 'Choose an entity first.'
export const shown = (what: string) => `${what} shown`
export const noPath = 'No path'
export const pathSaid = (at: number, total: number, sentences: readonly string[]) =>
  `Path ${at} of ${total}: ${sentences.join('; ')}`
export const claimsOnItAlone = (count: number, alone: number) =>
  `${claims(count)}, ${alone} on it alone`
export const sourceSaid = (title: string, count: number, alone: number) =>
  `${title}: ${claimsOnItAlone(count, alone)}`
export const lost = 'Not connected'
export const connectedAgain = 'Connected again'

// Marks of claims

export const noSource = 'no source'
export const saidByMark = (names: readonly string[]) => `said by ${names.join(and)}`
export const inferredMark = 'inferred'
export const disagreeMark = 'sources disagree'
export const confidences: Readonly<Record<Confidence, string>> = {
  confirmed: 'confirmed',
  probable: 'probable',
  possible: 'possible',
  doubtful: 'doubtful',
  improbable: 'improbable',
}
/** The second half of the Admiralty code: how far a claim is borne out. */
export const confidenceMeanings: Readonly<Record<Confidence, string>> = {
  confirmed: 'by other sources',
  probable: 'likely true',
  possible: 'may be true',
  doubtful: 'may well be untrue',
  improbable: 'most likely untrue',
}
/** The first half of the Admiralty code. */
export const reliabilities: Readonly<Record<string, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
}

// Time

export const timeline = 'Timeline'
export const allTimes = 'All times'
export const notADate = 'This is no date. Write 2012, 2012-03, 2012-03-17 or 2011/2012.'
export const noSuchDay = 'There is no such day.'
export const bothTimes = (earlier: string, later: string) => `${earlier} and ${later}`
export const notThen = 'not then'
export const undated = 'undated'
export const possibleThen = 'possible then'
export const certain = 'certain'
export const possible = 'possible'
export const began = 'began'
export const ended = 'ended'
export const atBoth = 'at both'

// The base as a whole

export const knowledgeBase = 'Knowledge base'
export const sizeOfBase = (what: string, claimCount: number, sourceCount: number) =>
  `${what}, from ${claims(claimCount)} in ${sources(sourceCount)}.`
export const howToBegin =
  'Choose an entity or a relation, in the picture or in the outline, to read who says so and where.'
export const howToPress = (find: Part, keysKey: Part): Part => [
  ...[find, ' finds by name, ', keysKey, ' lists all keys.'],
]
export const mostCited = 'Most cited sources'
export const citedFor = (count: number) => `Cited for ${claims(count)}.`
export const whatRestsOnEach = (count: number) =>
  count === 1 ? 'What rests on it' : `All ${sources(count)}, and what rests on each`

// An entity and what is said of it

export const alsoNamed = (names: Part): Part => ['Also ', names]
export const nameWithheld = 'The sources give no name; this only describes who is meant.'
export const standsFor = (count: number) =>
  `Stands for ${counted(count, 'person', 'people')} whom the sources do not tell apart.`
export const entityHidden = 'This entity is hidden in the picture.'
export const relationHidden = 'This relation is hidden in the picture.'
export const showEverything = 'Show everything'
export const pathFromHere = 'Path from here'
export const neighbours = 'Neighbours'
/** Beside a button that brings them. */
export const onlyNeighbours = 'Only neighbours'
export const hops = (count: number) => `Within ${counted(count, 'step')}`
export const hide = 'Hide'
export const addNeighbours = 'Add its neighbours'
export const putItBack = 'Put it back'
export const attributes = 'Attributes'
export const relationsTitle = 'Relations'
export const noRelations = 'No relation names this entity.'
export const hiddenInPicture = (count: number) => `, ${count} hidden in the picture`
export const writtenIn = (place: Part): Part => ['Written in ', place]
export const openInEditor = 'Open in editor'
export const openInEditorAt = (place: string) => `Open in editor: ${place}`
export const openedInEditor = (place: string) => `${place} is open in the editor.`
export const copy = 'Copy'
export const copyText = (text: string) => `Copy ${text}`
export const copied = (text: string) => `${text} is copied.`
export const cannotCopy = 'The browser does not let this page copy.'

// A claim and its evidence

export const entitiesTitle = 'Entities'
export const role = 'Role'
export const asStatedAbove = 'As stated above'
export const whenTitle = 'When'
export const writtenAs = 'Written as'
export const confidence = 'Confidence'
export const notStated = 'Not stated'
export const saidBy = 'Said by'
export const noOneSays = 'No one: it is inferred'
export const inferred = 'Why inferred'
export const sourceItself = 'The source itself'
export const asQuoted = ', as quoted by the source'
export const noCitation = 'No source is cited for this.'
export const wholeSource = 'The source as a whole'
export const archivedCopy = 'Archived copy'
export const published = (when: string) => `published ${when}`
export const reliability = (meaning: string) => `Reliability ${meaning}.`
export const quotedIn = (speakers: readonly Part[]): Part => [
  ...joined(speakers, and),
  ', quoted in ',
]
