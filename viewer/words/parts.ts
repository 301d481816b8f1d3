import { counted, grouped } from './text.ts'

/** What the page says of a graph of which it shows a part. */
export const partWords = {
  showing: (here: number, all: number) =>
    `Showing ${grouped(here)} of ${counted(all, 'entity', 'entities')}.`,
  startOver: 'Start over',
  isFirst: 'These are the best connected. Find others with ',
  relationsHere: (here: number, all: number) =>
    `${grouped(here)} of its ${counted(all, 'relation')} lead to entities that are here.`,
  allHere: 'All of its relations are here.',
  bring: 'Bring its neighbours',
  bringMore: 'Bring more of its neighbours',
  takeAway: 'Take its neighbours away',
  came: (came: number, left: number) =>
    left > 0
      ? `${counted(came, 'entity', 'entities')} came, the best connected; ${grouped(left)} more are near.`
      : `${counted(came, 'entity', 'entities')} came.`,
  went: (count: number) => `${counted(count, 'entity', 'entities')} went.`,
  noneGoes: 'None goes: each is tied to something else that is here.',
  tooMany: 'No more entities can be here at once. Take some away, or start over.',
  pathsLeft: (left: number) =>
    `${counted(left, 'more path')} would bring too many entities at once and were left out.`,
  unknown: (names: string) =>
    `This graph has no ${names}, which the link or the view before named.`,
  lost: (reason: string) => `What was asked for did not come. ${reason}`,
  best: 'Best connected',
  types: 'Entities by type',
  relations: 'Relations by type',
  groups: 'Largest groups',
  groupsOf: (count: number) =>
    `The groups among the ${counted(count, 'best connected entity', 'best connected entities')}, each named after its centre.`,
  groupsOfAll: 'Who is tied closely, each group named after its centre.',
} as const
