/** What evidence shows only of some claims and at some times, in one file to fetch. */
export { IdentityDecisions } from './identity-decisions.tsx'
export { Rivals } from './rivals.tsx'
export { TimeNote } from './time-note.tsx'
