import type { ComponentChildren } from 'preact'
import { counted, grouped } from './text.ts'

// What the page says in English after its first picture: in panels, dialogs and the timeline, whose code comes later.

type Part = ComponentChildren

export { patternMeanings } from '../../src/picture/line-pattern.ts'
export { either } from './text.ts'

// Keys

export const keyGroups = {
  ask: 'Find and ask',
  picture: 'In the picture',
  panels: 'Panels',
  time: 'Time',
  back: 'Back',
}
export const keyTitles = {
  find: 'Find an entity',
  fit: 'See everything',
  neighbours: 'Show only its neighbours; again: one step more',
  path: 'Ask for a path from it to what you choose next',
  hide: 'Hide the entity',
  sources: 'Sources, and what rests on each',
  outline: 'Outline, or back to the filters',
  timeline: 'Timeline',
  back: 'Back in time',
  forward: 'Forward in time',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  previousRelation: 'Its previous relation',
  nextRelation: 'Its next relation',
  views: 'Views kept under a name',
  takeAway: 'Take away: picture, tables, link',
  keys: 'These keys',
  walk: 'Walk to the neighbour on that side',
  pan: 'Move the view',
  move: 'Move the entity, and keep it there',
  choose: 'Choose several, one by one, as Shift and the mouse do',
  open: 'Go to the evidence, or end the path here',
  clear: 'Close, clear or leave what came last',
  undo: 'Undo',
  redo: 'Redo',
}
/** Keys whose names are words. */
export const keyNames: Readonly<Record<string, string>> = {
  Space: 'Space',
  Enter: 'Enter',
  Esc: 'Esc',
  Shift: 'Shift',
  Ctrl: 'Ctrl',
}
export const characterKeys = 'Use keys of a single letter or sign'

// Filters and the legend

export const focusedOn = (hops: number, name: Part): Part => [
  ...[`Only what lies within ${counted(hops, 'step')} of `, name, '.'],
]
export const leaveFocus = 'Show the rest again'
export const putAway = (count: number) => `${counted(count, 'entity', 'entities')} hidden.`
export const bringBack = 'Bring back'
export const allOfThem = 'All'
export const kindsOf = (label: string) => `Kinds of ${label}`
export const only = 'Only'
export const onlyThese = (label: string) => `Only ${label}`
export const whoSaysIt = 'Who says it'
export const source = 'Source'
export const any = 'Any'
export const anyone = 'Anyone'
export const leftOut = 'Left out'
export const nobody = 'Nobody'
export const onlyWhatSaid = (name: Part): Part => ['Only what ', name, ' said']
export const withoutWhatSaid = (name: Part): Part => ['Without what ', name, ' alone said']
export const citesSource = (title: Part): Part => ['Highlighted: what cites ', title, '.']
export const restsOnSource = (title: Part): Part => ['Left out: what rests on ', title, ' alone.']
export const leave = 'Leave'
export const howFirm = 'How sure'
export const confirmedOnly = 'Confirmed only'
export const orBetter = (confidence: string) => `${confidence} or better`
export const inferredClaims = 'With inferred claims'
export const marks = 'What the marks mean'
export const longLine = 'A long line where lines crowd; in full for what is chosen'
export const nameWithheldMark = 'The sources give no name'
export const happened = 'Something that happened'
export const backdrop = 'A backdrop: paths do not run through it'
export const severalPeople = 'Several people not told apart'
export const marksOfTime = 'What the marks of time mean'
export const atThatTime = 'At that time'
export const atTheTwoTimes = 'At the two times'
export const notThenLegend = 'Not then'
export const atNeitherLegend = 'At neither'
export const certainLegend = 'Certain'
export const possibleLegend =
  'Possible: the dates leave it open. What happened is hatched, thin lines are dashed'
export const undatedLegend = 'Undated: possible at any time'
export const beganLegend = 'Began: only at the later time'
export const endedLegend = 'Ended: only at the earlier time'
export const bothLegend = 'At both'

// How what is read stands to the time

export const certainNote = (then: string) => `Certain ${then}.`
export const possibleNote = (then: string) => `Possible ${then}: the dates leave it open.`
export const undatedNote = (then: string) => `Possible ${then}, as at any time: it has no date.`
export const notThenNote = (then: string) => `Not ${then}.`
export const beganNote = (before: string, after: string) => `Began: not ${before}, but ${after}.`
export const endedNote = (before: string, after: string) => `Ended: ${before}, but not ${after}.`
export const bothNote = (before: string, after: string) => `Both ${before} and ${after}.`
export const neitherNote = (before: string, after: string) => `Neither ${before} nor ${after}.`
export const endElsewhere = (name: Part): Part => [name, ' was at another time.']

// Where sources disagree, and who is who

export const rivalReadings = 'Rival readings'
export const sourcesDisagree = 'Sources disagree'
export const denied = 'Denied'
export const anotherReading = 'Another reading'
export const notThenBut = (when: string) => `Not then, but ${when}`
export const whoIsWho = 'Who is who'
export const verdicts = {
  same: 'The same as',
  different: 'Not the same as',
  undecided: 'Perhaps the same as',
}

// Outline

export const outlineOf = 'Entities and relations'
export const relationsWord = (count: number) => (count === 1 ? 'relation' : 'relations')

// Several entities

export const chosenTogether = 'Chosen together'
export const takeOut = (name: string) => `Take out ${name}`
export const onlyTheseChosen = 'Only these'
export const pathBetween = 'Path between'
export const letGo = 'Choose none'

// Paths

/** What is no part but words is shown quietly. */
export const fromTo = (from: Part, to: Part): readonly Part[] => [from, ' to ', to]
export const turnAround = 'Turn around'
export const cancel = 'Cancel'
export const leavePath = 'Leave path'
export const chooseEnd = (find: Part): Part => [
  'Choose the other end: click it in the picture, or find it by name',
  ...[find, '.'],
]
export const howPathsBegin = 'How are two entities connected?'
export const howToAsk = (key: Part): Part => [
  ...[
    'Choose an entity, and “Path from here” in its evidence',
    key,
    '. Then choose the other end. ',
  ],
  'The chains of claims between the two are lit in the picture and read out here with their sources.',
]
export const pathsTitle = 'Paths'
export const previousPath = 'Previous path'
export const nextPath = 'Next path'
export const pathAt = (at: number, total: number, isCut: boolean, hops: number) =>
  `Path ${at} of ${total}${isCut ? ' or more' : ''}, ${counted(hops, 'step')}`
export const onlyShownAsked = 'Only claims that the picture shows were asked.'
export const mayRunThrough = (backdrops: Part): Part => [
  'The path may run through a ',
  backdrops,
  '.',
]
export const noneDated = 'None of these claims has a date.'
export const neverTogether = 'At no time can all of these claims be true together.'
export const together = (when: string) => `All of these claims can be true together ${when}.`
export const weakestHop = 'Weakest link'
export const noneWeaker = 'No link is weaker than the others.'
export const inferredBecause = (why: Part): Part => ['Inferred: ', why]
export const endHidden = 'No path: one of the two is hidden in the picture.'
export const endHiddenOrElsewhere =
  'No path: one of the two is of another time or hidden in the picture.'
export const pathHidden =
  'No path among the claims that the picture shows. The hidden ones hold one.'
export const pathByBackdrop = (backdrops: Part): Part => [
  ...['No path but by way of a ', backdrops],
  ', and two that only share one need not know each other.',
]
export const goThatWay = 'Go that way'
export const noChain =
  'No path: no chain of claims in this base ties the two. That the base does not say it does not make it untrue.'

// Sources

export const allSources = 'All sources'
export const narrowSources = 'Narrow the sources'
export const narrowBy = 'Title, publisher or author'
export const order = 'Order'
export const sourceOrders = {
  claims: 'Most claims',
  alone: 'Most on it alone',
  reliability: 'Least reliable',
  published: 'Newest',
  title: 'Title',
}
export const citedByNone = 'No claim cites it'
export const fallsWithIt = 'Falls with it'
export const noneFalls = 'Every claim that cites it cites something else, too.'
export const staysWithoutIt = 'Stays without it'
export const noneStays = 'No claim that cites it cites anything else.'
export const allThatIsSaid = 'All that is said of anything.'
export const nothingElseSaid = 'Nothing else is said of '
export const inThePicture = 'In the picture'
export const sourceModes = {
  light: { title: 'Highlight', meaning: 'What cites it is bright, all else faint.' },
  only: { title: 'Only it', meaning: 'Only claims that cite it are shown.' },
  without: { title: 'Without it', meaning: 'What rests on it alone is gone.' },
}

// Changes between two times

export const twoTimes = (earlier: Part, later: Part): readonly Part[] => [earlier, ' and ', later]
export const whatIsInLists =
  'By the dates of the claims. What has no date, or may hold at either time, is in no list.'
export const dayWithin =
  'The day lies in the range: what ended did so before it, and what began did so after it.'
export const beganTitle = 'Began'
export const endedTitle = 'Ended'
export const onlyBetween = 'Only in between'
export const howChangesBegin = 'What began, what ended?'
export const howToCompare =
  'Press “Compare” in the timeline, then move the two days. The changes are marked in the picture and read out here ' +
  'with their sources.'
export const nothing = 'Nothing.'
export const changesCount = (count: number) => counted(count, 'change')

// Diagnostics

export const filesUnknown = 'The files behind this page are not known here.'
export const filesInOrder = 'The files are in order'
export const lastWithoutErrors =
  'The picture shows the last state of the files without errors, until these are mended.'
export const notWhole = 'The picture shows what could be read; it is not whole.'
export const moreDiagnostics = (count: number) =>
  `And ${grouped(count)} more, which “dossier check --format json” lists.`
export const severities = { error: 'error', warning: 'warning' }

// Timeline

export const timeHandles = {
  day: 'Time',
  from: 'First day',
  to: 'Last day',
  compare: 'Compare with',
}
export const openEnd = 'Open'
export const timePlaceholder = '2011-05, or 2010/2012'
export const range = 'Range'
export const compare = 'Compare'
export const hideInactive = 'Hide what does not hold then'
export const andMore = (count: number) => `and ${grouped(count)} more`

// Views under a name

export const noViews = 'No view has a name yet.'
export const keepWhatYouSee = 'Keep what you see'
export const viewName = 'Name'
export const viewNote = 'What to see in it (optional)'
export const keepView = 'Keep'
export const replaceView = 'Replace'
export const forgetView = (name: string) => `Forget “${name}”`
export const viewOpened = (name: string) => `“${name}” is open.`
export const viewKept = (name: string) => `“${name}” is kept in views.yaml.`
export const viewForgotten = (name: string) => `“${name}” is no longer in views.yaml.`
export const viewsElsewhere =
  'Here nothing can be written. The address of the page holds all that you see: keep it as a bookmark, or send it.'
export const viewTooLong = 'This view is too long to be kept. Take its link instead.'

// Take away

export const takeable = {
  png: { label: 'PNG', hint: 'for a screen' },
  png2: { label: 'PNG × 2', hint: 'for a report' },
  png4: { label: 'PNG × 4', hint: 'for a poster' },
  svg: { label: 'SVG', hint: 'to edit and print' },
  gexf: { label: 'GEXF', hint: 'for Gephi' },
  json: { label: 'JSON', hint: 'with all evidence' },
  nodes: { label: 'Entities', hint: 'CSV' },
  edges: { label: 'Relations', hint: 'CSV' },
  claims: { label: 'Claims', hint: 'CSV' },
  sources: { label: 'Sources', hint: 'CSV' },
}
export const data = 'Data'
export const link = 'Link'
export const linkToView = 'Link to this view'
export const linkCopied = 'The link is copied.'
export const copyByHand = 'This browser does not let a page copy. Copy the link by hand.'
export const writing = 'Writing…'
export const nothingSaved = (reason: string) => `Nothing was saved. ${reason}`
export const savedAs = (file: Part): Part => ['Saved as ', file, '.']
export const pageSaysMore = ' It cannot hold all that the page says:'
export const timeOfPicture = (time: string) => `Time: ${time}`
export const timesOfPicture = (times: string) => `Times compared: ${times}`
export const pictureTooLarge = 'This browser cannot make a picture of this size.'
export const allOfIt = (what: string) => `All of it: ${what}.`
export const whatIsShown = (what: string, entities: number, relations: number) =>
  `What is shown: ${what}, of ${grouped(entities)} and ${grouped(relations)}.`

// A part of a graph that is too large for a page

export const partShowing = (here: number, all: number) =>
  `Showing ${grouped(here)} of ${counted(all, 'entity', 'entities')}.`
export const partStartOver = 'Start over'
export const partIsFirst = 'The best connected, and some whom they are tied to.'
export const partFind = 'Find others'
export const partHowToBegin =
  'The picture shows a part of it. Find somebody by name, who comes with the neighbours, or choose one of those below and bring theirs.'
export const partRelationsHere = (here: number, all: number) =>
  `${grouped(here)} of its ${counted(all, 'relation')} lead to entities that are here.`
export const partAllHere = 'All of its relations are here.'
export const partBring = 'Bring its neighbours'
export const partBringMore = 'Bring more of its neighbours'
export const partTakeAway = 'Take its neighbours away'
export const partCame = (came: number, left: number) =>
  left > 0
    ? `${counted(came, 'entity', 'entities')} came, the best connected; ${grouped(left)} more are near.`
    : `${counted(came, 'entity', 'entities')} came.`
export const partWent = (count: number) => `${counted(count, 'entity', 'entities')} went.`
export const partNoneGoes = 'None goes: each is tied to something else that is here.'
export const partTooMany = 'No more entities can be here at once. Take some away, or start over.'
export const partPathsLeft = (left: number) =>
  `${counted(left, 'more path')} would bring too many entities at once and were left out.`
export const partUnknown = (names: string) =>
  `This graph has no ${names}, which the link or the view before named.`
export const partNotHad = (reason: string) => `What was asked for did not come. ${reason}`
export const partBest = 'Best connected'
export const partTypes = 'Entities by type'
export const partRelations = 'Relations by type'
export const partGroups = 'Largest groups'
export const partGroupsOf = (count: number) =>
  `The groups among the ${counted(count, 'best connected entity', 'best connected entities')}, each named after its centre.`
export const partGroupsOfAll = 'Who is tied closely, each group named after its centre.'
