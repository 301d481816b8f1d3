import type { SourceFile } from '../documents/document.ts'
import { ownText } from '../documents/shelf.ts'
import type { Located, Span } from '../text/span.ts'
import type { RelationClaim } from './claim.ts'
import type { Attribute, DateClaim, Entity, ReadEntity, Tie } from './entity.ts'
import { type PackContext, type Packed, PackReader, PackWriter } from './pack.ts'
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
export function packEntity(entity: ReadEntity, file: SourceFile, text: string): Entity {
  const { id, type, when, attributes, relations } = entity
  const to = new PackWriter(file, text)
  to.skippable(() => packHead(to, entity))
  to.skippable(() => when && packClaim(to, when))
  to.skippable(() => attributes.size > 0 && packList(to, [...attributes.values()], packAttribute))
  to.skippable(() => relations.length > 0 && packList(to, relations, packSkippable))
  const key = file.shelf ? ownText(id.value) : id.value
  return new PackedEntity(key, type.value, to.packed(), file, to.extras())
}

/** The parts of an entity, in their order. */
const parts = { head: 0, date: 1, said: 2, ties: 3 } as const

/** Of many entities nothing is told: they share these. */
const noAttributes: ReadonlyMap<string, Attribute> = new Map()
const noRelations: readonly RelationClaim[] = []

class PackedEntity implements Entity, PackContext {
  readonly file: SourceFile
  readonly extras: readonly unknown[]
  private readonly key: string
  private readonly typeName: string
  private readonly packed: Packed

  constructor(
    key: string,
    typeName: string,
    packed: Packed,
    file: SourceFile,
    extras: readonly unknown[],
  ) {
    this.key = key
    this.typeName = typeName
    this.packed = packed
    this.file = file
    this.extras = extras
  }

  get id(): Located<string> {
    return new PackedId(this.key, this)
  }

  /** Who asks for an id mostly wants no place. */
  get placeOfId(): Span {
    return this.#head().place()
  }

  get type(): Located<string> {
    return { value: this.typeName, span: this.#behindId().place() }
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
    const from = new PackReader(this, this.packed)
    return from.enterPart(parts.date) ? (unpackClaim(from) as DateClaim) : undefined
  }

  get attributes(): ReadonlyMap<string, Attribute> {
    const from = new PackReader(this, this.packed)
    if (!from.enterPart(parts.said)) return noAttributes
    const all = unpackList(from, unpackAttribute)
    return new Map(all.map((attribute) => [attribute.name.value, attribute]))
  }

  get relations(): readonly RelationClaim[] {
    const from = new PackReader(this, this.packed)
    return from.enterPart(parts.ties) ? unpackList(from, unpackSkippable) : noRelations
  }

  eachTie(tell: (tie: Tie) => void): void {
    const from = new PackReader(this, this.packed)
    if (!from.enterPart(parts.ties)) return
    from.eachPart((at) => {
      const target = unpackLocated(from).value
      const relation = unpackLocated(from).value
      tell({ at, target, relation, hasRole: from.text() !== undefined })
    })
  }

  relationAt(at: number): RelationClaim {
    return unpackSkippable(new PackReader(this, this.packed, at))
  }

  #head(): PackReader {
    const from = new PackReader(this, this.packed)
    from.enterPart(parts.head)
    return from
  }

  #behindId(): PackReader {
    const from = this.#head()
    from.place()
    return from
  }

  #behindType(): PackReader {
    const from = this.#behindId()
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

class PackedId implements Located<string> {
  readonly value: string
  readonly #entity: PackedEntity

  constructor(value: string, entity: PackedEntity) {
    this.value = value
    this.#entity = entity
  }

  get span(): Span {
    return this.#entity.placeOfId
  }
}

function packHead(to: PackWriter, entity: ReadEntity): void {
  const { id, type, name, aliases, summary, unnamed, count } = entity
  to.place(id.span)
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
