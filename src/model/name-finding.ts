import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { aliasCollision, mostNamesakes, possibleDuplicate } from '../diagnostics/problems/names.ts'
import type { Span } from '../text/span.ts'
import { type NamedEntity, nameOf } from './name-table.ts'

/**
 * A finding on a name that others have. There may be more of these than entities, so its words are made when somebody
 * asks, anew each time.
 */
export class NameFinding implements Diagnostic {
  readonly #named: NamedEntity
  /** As many as are named, and one to know that there are more. */
  readonly #others: readonly NamedEntity[]
  readonly #isSame: boolean
  readonly #start: number
  readonly #end: number

  constructor(named: NamedEntity, others: readonly NamedEntity[], isSame: boolean) {
    const { start, end } = nameOf(named).span
    this.#named = named
    this.#others = others.slice(0, mostNamesakes + 1)
    this.#isSame = isSame
    this.#start = start
    this.#end = end
  }

  get code() {
    return this.#isSame ? 'alias-collision' : 'possible-duplicate'
  }

  get severity() {
    return 'warning' as const
  }

  get span(): Span {
    return { file: this.#named.entity.file.path, start: this.#start, end: this.#end }
  }

  get message() {
    return this.toJSON().message
  }

  get notes() {
    return this.toJSON().notes
  }

  /** The same as plain data. */
  toJSON(): Diagnostic {
    const tell = this.#isSame ? aliasCollision : possibleDuplicate
    const namesakes = this.#others.map((other) => {
      const { value: name, span } = nameOf(other)
      return { id: other.entity.id.value, name, span }
    })
    return tell(this.#named.entity.id.value, nameOf(this.#named), namesakes)
  }
}

/** The same for who keeps them, or hands them on. */
export function asPlainData(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((each) => (each instanceof NameFinding ? each.toJSON() : each))
}
