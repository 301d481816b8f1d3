/** The texts that come after the first picture, in the language of this build. */
export * as later from './english-later.ts'
