/** The texts of the first picture in the language of this build. */
export * as texts from './english.ts'
