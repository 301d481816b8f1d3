import type { SourceFile } from '../documents/document.ts'
import type { Located } from '../text/span.ts'
import type { RelationClaim } from './claim.ts'
import type { Attribute, DateClaim, Entity, ReadEntity, Tie } from './entity.ts'
import { type PackContext, PackReader, PackWriter } from './pack.ts'
import {
  packAttributeClaim,
  packClaim,
  packList,
  packLocated,
  packRelationClaim,
  unpackAttributeClaim,
  unpackClaim,
  unpackList,
  unpackLocated,
  unpackRelationClaim,
} from './packed-claim.ts'

/** The same entity, whose parts are made when they are asked for, and made anew each time. */
export function packEntity(entity: ReadEntity, file: SourceFile): Entity {
  const { id, type, when, attributes, relations } = entity
  const to = new PackWriter(file)
  const part = (write: () => void) => {
    write()
    return to.part()
  }
  const head = part(() => packHead(to, entity))
  const date = when && part(() => packClaim(to, when))
  const said =
    attributes.size === 0
      ? undefined
      : part(() => packList(to, [...attributes.values()], packAttribute))
  const ties =
    relations.length === 0 ? undefined : part(() => packList(to, relations, packSkippable))
  return new PackedEntity(id, type.value, { head, date, said, ties }, file, to.extras())
}

interface Parts {
  readonly head: string
  readonly date: string | undefined
  readonly said: string | undefined
  readonly ties: string | undefined
}

/** Of many entities nothing is told: they share these. */
const noAttributes: ReadonlyMap<string, Attribute> = new Map()
const noRelations: readonly RelationClaim[] = []

class PackedEntity implements Entity, PackContext {
  readonly id: Located<string>
  readonly file: SourceFile
  readonly extras: readonly unknown[]
  private readonly typeName: string
  private readonly head: string
  private readonly date: string | undefined
  private readonly said: string | undefined
  private readonly ties: string | undefined

  constructor(
    id: Located<string>,
    typeName: string,
    { head, date, said, ties }: Parts,
    file: SourceFile,
    extras: readonly unknown[],
  ) {
    this.id = id
    this.typeName = typeName
    this.head = head
    this.date = date
    this.said = said
    this.ties = ties
    this.file = file
    this.extras = extras
  }

  get type(): Located<string> {
    return { value: this.typeName, span: new PackReader(this, this.head).place() }
  }

  get name(): Located<string> {
    return unpackLocated(this.#behindType())
  }

  get aliases(): readonly Located<string>[] {
    return unpackList(this.#behindName(), unpackLocated)
  }

  get summary(): string | undefined {
    return this.#behindAliases().text()
  }

  get unnamed(): boolean {
    return this.#behindSummary().number() === 1
  }

  get count(): number | undefined {
    const from = this.#behindSummary()
    from.number()
    return from.number() === 1 ? (from.extra() as number) : undefined
  }

  get when(): DateClaim | undefined {
    return this.date === undefined
      ? undefined
      : (unpackClaim(new PackReader(this, this.date)) as DateClaim)
  }

  get attributes(): ReadonlyMap<string, Attribute> {
    if (this.said === undefined) return noAttributes
    const all = unpackList(new PackReader(this, this.said), unpackAttribute)
    return new Map(all.map((attribute) => [attribute.name.value, attribute]))
  }

  get relations(): readonly RelationClaim[] {
    if (this.ties === undefined) return noRelations
    return unpackList(new PackReader(this, this.ties), unpackSkippable)
  }

  eachTie(tell: (tie: Tie) => void): void {
    if (this.ties === undefined) return
    const from = new PackReader(this, this.ties)
    from.eachPart((at) => {
      const target = unpackLocated(from).value
      const relation = unpackLocated(from).value
      tell({ at, target, relation, hasRole: from.text() !== undefined })
    })
  }

  relationAt(at: number): RelationClaim {
    return unpackSkippable(new PackReader(this, this.ties ?? '', at))
  }

  #behindType(): PackReader {
    const from = new PackReader(this, this.head)
    from.place()
    return from
  }

  #behindName(): PackReader {
    const from = this.#behindType()
    unpackLocated(from)
    return from
  }

  #behindAliases(): PackReader {
    const from = this.#behindName()
    unpackList(from, unpackLocated)
    return from
  }

  #behindSummary(): PackReader {
    const from = this.#behindAliases()
    from.text()
    return from
  }
}

function packHead(to: PackWriter, entity: ReadEntity): void {
  const { type, name, aliases, summary, unnamed, count } = entity
  to.place(type.span)
  packLocated(to, name)
  packList(to, aliases, packLocated)
  to.text(summary)
  to.number(Number(unnamed))
  to.number(Number(count !== undefined))
  if (count !== undefined) to.extra(count)
}

function packAttribute(to: PackWriter, { name, claims }: Attribute): void {
  packLocated(to, name)
  packList(to, claims, packAttributeClaim)
}

function unpackAttribute(from: PackReader): Attribute {
  return { name: unpackLocated(from), claims: unpackList(from, unpackAttributeClaim) }
}

function packSkippable(to: PackWriter, claim: RelationClaim): void {
  to.skippable(() => packRelationClaim(to, claim))
}

function unpackSkippable(from: PackReader): RelationClaim {
  from.enter()
  return unpackRelationClaim(from)
}
