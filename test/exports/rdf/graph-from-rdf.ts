import { type Quad, Store, type Term } from 'n3'

const dossier = 'urn:dossier:vocabulary#'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#'
const owl = 'http://www.w3.org/2002/07/owl#'
const xsd = 'http://www.w3.org/2001/XMLSchema#'
const skos = 'http://www.w3.org/2004/02/skos/core#'
const dcterms = 'http://purl.org/dc/terms/'
const prov = 'http://www.w3.org/ns/prov#'
const oa = 'http://www.w3.org/ns/oa#'
const edtf = 'http://id.loc.gov/datatypes/edtf/EDTF'

export interface Read {
  readonly name: string
  readonly nodes: Record<string, unknown>
  readonly edges: Record<string, unknown>
  readonly sources: Record<string, unknown>
  readonly identity: readonly unknown[]
  readonly ontology: unknown
  /** The triples that claims make, `subject predicate object`, in the names of the base. */
  readonly stated: readonly string[]
  /** By the name of a graph, what stands in it. */
  readonly graphs: Record<string, string>
}

/** The knowledge graph that a reader of docs/vocabulary.md finds in a file, as `toldByGraph` tells it. */
export function graphFromRdf(quads: readonly Quad[], base: string): Read {
  // Without the keys that have no value, a difference is easier to see.
  return JSON.parse(JSON.stringify(new Reader(quads, base).read()))
}

class Reader {
  private readonly store: Store
  private readonly base: string

  constructor(quads: readonly Quad[], base: string) {
    this.store = new Store(quads)
    this.base = base
  }

  read(): Read {
    const { base } = this
    const claims = this.subjects(`${rdf}type`, `${dossier}Claim`)
    const isRelation = (claim: string) =>
      this.one(claim, `${rdf}predicate`)?.value.startsWith(`${base}relation/`) === true
    return {
      name: this.text(base, `${dcterms}title`) ?? '',
      nodes: this.nodes(claims.filter((claim) => !isRelation(claim))),
      edges: Object.fromEntries(
        claims.filter(isRelation).map((claim) => [this.local(claim), this.edge(claim)]),
      ),
      sources: this.all('Source', (source) => this.source(source)),
      identity: this.identity(),
      ontology: this.ontology(),
      stated: this.stated(),
      graphs: this.graphs(),
    }
  }

  private identity(): object[] {
    return this.subjects(`${rdf}type`, `${dossier}IdentityDecision`)
      .map((decision) => ({
        verdict: this.local(this.one(decision, `${dossier}verdict`)),
        entities: this.many(decision, `${dossier}about`).map((term) => this.local(term)),
        reason: this.text(decision, `${dossier}reason`) ?? '',
        citations: this.citations(decision),
      }))
      .sort((a, b) => (a.reason < b.reason ? -1 : 1))
  }

  private nodes(claims: readonly string[]): Record<string, unknown> {
    const attributes = new Map<string, Map<string, unknown>>()
    for (const claim of claims) {
      const node = this.local(this.one(claim, `${rdf}subject`))
      const own = attributes.get(node) ?? new Map()
      attributes.set(node, own.set(this.local(claim), this.attribute(claim)))
    }
    const entities = this.store
      .getQuads(null, `${rdf}type`, null, null)
      .filter(({ object }) => object.value.startsWith(`${this.base}type/`))
      .map(({ subject }) => subject.value)
    return Object.fromEntries(
      entities.map((entity) => [
        this.local(entity),
        {
          types: this.types(this.one(entity, `${rdf}type`)?.value),
          label: this.text(entity, `${rdfs}label`),
          aliases: this.texts(entity, `${skos}altLabel`),
          summary: this.text(entity, `${dcterms}description`),
          unnamed: this.scalar(this.one(entity, `${dossier}unnamed`)) ?? false,
          count: this.scalar(this.one(entity, `${dossier}count`)),
          ...this.dates(entity),
          attributes: Object.fromEntries(attributes.get(this.local(entity)) ?? []),
          ...this.place(entity),
        },
      ]),
    )
  }

  private types(type: string | undefined): string[] {
    if (type === undefined || type === `${dossier}Entity`) return []
    return [this.local(type), ...this.types(this.one(type, `${rdfs}subClassOf`)?.value)]
  }

  private attribute(claim: string): unknown {
    return { value: this.scalar(this.one(claim, `${rdf}object`)), ...this.claim(claim) }
  }

  private edge(claim: string): unknown {
    const predicate = this.one(claim, `${rdf}predicate`)?.value ?? ''
    return {
      source: this.local(this.one(claim, `${rdf}subject`)),
      relation: this.local(predicate),
      target: this.local(this.one(claim, `${rdf}object`)),
      label: this.text(predicate, `${rdfs}label`),
      kind: this.text(predicate, `${dossier}kind`),
      symmetric: this.isA(predicate, `${owl}SymmetricProperty`),
      role: this.text(claim, `${dossier}role`),
      event: this.event(claim),
      ...this.claim(claim),
    }
  }

  private event(claim: string): object | undefined {
    const event = this.one(claim, `${dossier}event`)
    return event && { id: this.local(event), label: this.text(event, `${rdfs}label`) }
  }

  private claim(claim: string): object {
    const rivals = this.many(claim, `${dossier}rival`).map(({ value }) => value)
    return {
      ...this.evidence(claim),
      rivals: rivals.sort(byNumber).map((rival) => this.rival(claim, rival)),
      ...this.place(claim),
    }
  }

  /** A rival has the subject and predicate of its claim; the object tells what it says instead. */
  private rival(claim: string, rival: string): object {
    const isReading = this.isA(rival, `${dossier}Rival`)
    const object = this.one(rival, `${rdf}object`)
    const ends = [`${rdf}subject`, `${rdf}predicate`].map((end) => this.one(rival, end)?.value)
    const expected = [`${rdf}subject`, `${rdf}predicate`].map((end) => this.one(claim, end)?.value)
    if (isReading && ends.join() !== expected.join())
      throw new Error(`${rival} is of another claim`)
    if (!isReading && (object ?? ends[0] ?? ends[1]) !== undefined)
      throw new Error(`${rival} reads`)
    const isSame = object?.value === this.one(claim, `${rdf}object`)?.value
    const isEntity = object?.termType === 'NamedNode'
    return {
      value: isReading && !isSame && !isEntity ? this.scalar(object) : undefined,
      target: isReading && !isSame && isEntity ? this.local(object) : undefined,
      denied: this.isA(rival, `${dossier}Denial`) ? true : undefined,
      ...this.evidence(rival),
    }
  }

  private evidence(claim: string): object {
    return {
      ...this.dates(claim),
      confidence: this.local(this.one(claim, `${dossier}confidence`)) || undefined,
      citations: this.citations(claim),
      saidBy: this.many(claim, `${prov}wasAttributedTo`).map((term) => this.local(term)),
      inferred: this.text(claim, `${dossier}inferred`),
      note: this.text(claim, `${skos}note`),
    }
  }

  /** What is concluded rests on its sources and is not in them. */
  private citations(claim: string): object[] {
    const origins = { true: `${prov}hadPrimarySource`, false: `${prov}wasDerivedFrom` }
    const isSaid =
      this.isA(claim, `${dossier}IdentityDecision`) || this.one(claim, `${dossier}inferred`)
    const [expected, other] = isSaid ? [origins.false, origins.true] : [origins.true, origins.false]
    const sources = this.many(claim, expected).map((source) => this.local(source))
    const citations = this.many(claim, `${dossier}citation`).map((term) => this.citation(term))
    const cited = new Set(citations.map(({ source }) => source))
    if (this.many(claim, other).length > 0) throw new Error(`${claim} has ${other}`)
    if ([...cited].sort().join() !== sources.join()) throw new Error(`${claim} cites otherwise`)
    return citations.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }

  private citation(term: Term): { source: string; at?: string; quote?: string } {
    if (!this.isA(term, `${oa}SpecificResource`)) throw new Error('A citation is of another type')
    const selector = this.one(term, `${oa}hasSelector`)
    const isPlace = selector && this.isA(selector, `${oa}FragmentSelector`)
    const words = isPlace ? this.one(selector, `${oa}refinedBy`) : selector
    const at = isPlace ? this.text(selector, `${rdf}value`) : undefined
    const quote = words && this.text(words, `${oa}exact`)
    return {
      source: this.local(this.one(term, `${oa}hasSource`)),
      ...(at !== undefined && { at }),
      ...(quote !== undefined && { quote }),
    }
  }

  private dates(subject: string): object {
    const when = this.one(subject, `${dossier}when`)
    if (when && when.datatype?.value !== edtf) throw new Error(`${subject} has no EDTF`)
    return {
      when: when?.value,
      start: this.day(subject, `${dossier}earliestStart`),
      end: this.day(subject, `${dossier}latestEnd`),
    }
  }

  /** In ISO 8601, which puts a sign before years of five digits. */
  private day(subject: string, predicate: string): string | undefined {
    const day = this.one(subject, predicate)
    if (day && day.datatype?.value !== `${xsd}date`) throw new Error(`${subject} has no day`)
    return day?.value.replace(/^(?=\d{5})/, '+')
  }

  private place(subject: string): object {
    return {
      file: this.text(subject, `${dossier}file`),
      line: this.scalar(this.one(subject, `${dossier}line`)),
    }
  }

  private source(source: string): object {
    const told = {
      title: `${dcterms}title`,
      publisher: `${dcterms}publisher`,
      author: `${dcterms}creator`,
      kind: `${dossier}kind`,
      url: `${dossier}url`,
      archive: `${dossier}archive`,
      published: `${dcterms}issued`,
      accessed: `${dossier}accessed`,
      language: `${dcterms}language`,
      reliability: `${dossier}reliability`,
      note: `${skos}note`,
    }
    return {
      ...Object.fromEntries(
        Object.entries(told).map(([key, predicate]) => {
          const value = this.one(source, predicate)?.value
          return [key, key === 'reliability' ? value?.split('#').at(-1) : value]
        }),
      ),
      paragraphs: this.scalar(this.one(source, `${dossier}paragraphs`)),
      pages: this.scalar(this.one(source, `${dossier}pages`)),
      ...this.place(source),
    }
  }

  private ontology(): unknown {
    const below = (kind: string) =>
      this.store
        .getQuads(null, `${dossier}${kind}`, null, null)
        .map(({ subject }) => subject.value)
        .filter((value) => value.startsWith(this.base))
        .sort()
    const flag = (type: string, name: string) => this.scalar(this.one(type, `${dossier}${name}`))
    const entities = below('abstract').map((type) => [
      this.local(type),
      {
        label: this.text(type, `${rdfs}label`),
        types: this.types(type),
        abstract: flag(type, 'abstract'),
        dated: flag(type, 'dated'),
        transit: flag(type, 'transit'),
        colour: this.text(type, `${dossier}colour`),
        stix: this.text(type, `${dossier}stix`),
        ftm: this.text(type, `${dossier}ftm`),
      },
    ])
    const relations = below('says').map((id) => [this.local(id), this.relation(id)])
    return { entities: Object.fromEntries(entities), relations: Object.fromEntries(relations) }
  }

  private relation(id: string): object {
    const inverse = this.one(id, `${owl}inverseOf`)
    const types = (name: string) => this.many(id, name).map((term) => this.local(term))
    const inverseLabel = this.text(id, `${dossier}inverseLabel`)
    if (inverse && this.text(inverse, `${rdfs}label`) !== inverseLabel) throw new Error(id)
    return {
      label: this.text(id, `${rdfs}label`),
      inverseLabel,
      inverse: inverse && this.local(inverse),
      symmetric: this.isA(id, `${owl}SymmetricProperty`),
      kind: this.text(id, `${dossier}kind`),
      from: types(`${dossier}from`),
      to: types(`${dossier}to`),
      domain: types(`${rdfs}domain`),
      range: types(`${rdfs}range`),
      says: this.text(id, `${dossier}says`),
      saysInverse: this.text(id, `${dossier}saysInverse`),
      stix: this.text(id, `${dossier}stix`),
      ftm: this.text(id, `${dossier}ftm`),
    }
  }

  private stated(): string[] {
    const ties = [`${owl}sameAs`, `${owl}differentFrom`, `${dossier}perhapsSameAs`]
    const isOurs = (predicate: string) =>
      ties.includes(predicate) || new RegExp(`^${this.base}(relation|attribute)/`).test(predicate)
    const triples = this.store
      .getQuads(null, null, null, null)
      .filter(({ predicate }) => isOurs(predicate.value))
      .map((quad) => this.triple(quad))
    return [...new Set(triples)].sort()
  }

  private graphs(): Record<string, string> {
    const quads = this.store.getQuads(null, null, null, null)
    return Object.fromEntries(
      quads
        .filter(({ graph }) => graph.termType !== 'DefaultGraph')
        .map((quad) => [
          decodeURIComponent(quad.graph.value.slice(this.base.length)),
          this.triple(quad),
        ]),
    )
  }

  private triple({ subject, predicate, object }: Quad): string {
    const value =
      object.termType === 'Literal' ? JSON.stringify(this.scalar(object)) : this.local(object)
    return `${this.local(subject)} ${this.local(predicate)} ${value}`
  }

  private all(type: string, read: (subject: string) => object): Record<string, object> {
    const subjects = this.subjects(`${rdf}type`, `${dossier}${type}`)
    return Object.fromEntries(subjects.map((subject) => [this.local(subject), read(subject)]))
  }

  private subjects(predicate: string, object: string): string[] {
    return this.store.getQuads(null, predicate, object, null).map(({ subject }) => subject.value)
  }

  private many(subject: Term | string, predicate: string): Term[] {
    const objects = this.store.getQuads(subject, predicate, null, null).map(({ object }) => object)
    return [...new Map(objects.map((term) => [term.value, term])).values()].sort((a, b) =>
      a.value < b.value ? -1 : 1,
    )
  }

  /** The value of what may have one only. */
  private one(subject: Term | string, predicate: string): Term | undefined {
    const terms = this.many(subject, predicate)
    const isLiteral = terms.length > 1 && terms.every(({ termType }) => termType === 'Literal')
    if (terms.length > 1) throw new Error(`${isLiteral ? 'values' : 'resources'} of ${predicate}`)
    return terms[0]
  }

  private text(subject: Term | string, predicate: string): string | undefined {
    return this.one(subject, predicate)?.value
  }

  private texts(subject: Term | string, predicate: string): string[] {
    return this.many(subject, predicate).map(({ value }) => value)
  }

  private isA(subject: Term | string, type: string): boolean {
    return this.store.getQuads(subject, `${rdf}type`, type, null).length > 0
  }

  private scalar(term: Term | undefined): string | number | boolean | undefined {
    const datatype = term?.datatype?.value ?? ''
    if (datatype === `${xsd}boolean`) return term?.value === 'true'
    const isNumber = new RegExp(`^${xsd}(integer|decimal|double)$`).test(datatype)
    return isNumber ? Number(term?.value) : term?.value
  }

  /** The last part of a name, as it was before it became part of an IRI. */
  private local(term: Term | string | undefined): string {
    const value = typeof term === 'object' ? term.value : (term ?? '')
    return decodeURIComponent(value.split(/[/#]/).at(-1) ?? '')
  }
}

function byNumber(a: string, b: string): number {
  const number = (name: string) => Number(name.split('.').at(-1))
  return number(a) - number(b)
}
