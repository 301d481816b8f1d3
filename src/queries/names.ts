import type { Confidence } from '../model/claim.ts'

/**
 * The names of one knowledge base. `dossier types` writes them as literals, so that a name which the base does not have
 * is a mistake in the editor; without them, any text will do.
 */
export interface Names {
  /** Ids of entities. */
  entity: string
  type: string
  relation: string
  /** Relations read from their other end, such as `led-by`. */
  inverse: string
  kind: string
  source: string
}

/** An answer in the names of a base: ids, types and relations in it have their literals for a type. */
export type InNames<T, N extends Names> = Names extends N
  ? T
  : T extends string | number | boolean | null | undefined | ((...words: never[]) => unknown)
    ? T
    : T extends readonly (infer Item)[]
      ? readonly InNames<Item, N>[]
      : {
          [Key in keyof T]: Key extends keyof AnswerNames<N>
            ? Exclude<T[Key], undefined> extends string | readonly string[]
              ? AnswerNames<N>[Key]
              : InNames<T[Key], N>
            : InNames<T[Key], N>
        }

/** What stands under which key of an answer. */
export interface AnswerNames<N extends Names> {
  readonly id: N['entity']
  readonly entity: N['entity']
  readonly from: N['entity']
  readonly to: N['entity']
  readonly first: N['entity']
  readonly second: N['entity']
  readonly centre: N['entity']
  readonly target: N['entity']
  readonly members: readonly N['entity'][]
  readonly alone: readonly N['entity'][]
  readonly saidBy: readonly N['entity'][]
  readonly type: N['type']
  readonly types: readonly N['type'][]
  readonly relation: N['relation']
  readonly kind: N['kind']
  readonly source: N['source']
}

/** Options in the names of a base. */
export type OptionsIn<Options, N extends Names> = {
  [Key in keyof Options]: Key extends keyof OptionNames<N> ? OptionNames<N>[Key] : Options[Key]
}

/** What may stand under which key of the options. */
export interface OptionNames<N extends Names> {
  readonly type: readonly N['type'][]
  readonly among: readonly N['type'][]
  readonly through: readonly N['type'][]
  readonly project: N['type']
  readonly relation: readonly RelationIn<N>[]
  readonly relations: readonly RelationIn<N>[]
  readonly kind: readonly N['kind'][]
  readonly source: readonly N['source'][]
  readonly withoutSource: readonly N['source'][]
  readonly saidBy: readonly N['entity'][]
  readonly withoutSpeaker: readonly N['entity'][]
  readonly around: N['entity']
  readonly via: readonly TermIn<N>[]
  readonly avoid: readonly TermIn<N>[]
  readonly minConfidence: Confidence
}

export type RelationIn<N extends Names> = N['relation'] | N['inverse']
export type TermIn<N extends Names> = RelationIn<N> | N['type'] | N['entity']
