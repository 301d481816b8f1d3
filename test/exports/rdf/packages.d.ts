// What these tests use of two packages that bring no types along.

declare module 'n3' {
  export interface Term {
    readonly termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph'
    readonly value: string
    readonly datatype?: Term
    readonly language?: string
  }
  export interface Quad {
    readonly subject: Term
    readonly predicate: Term
    readonly object: Term
    readonly graph: Term
  }
  export class Parser {
    constructor(options: { format: string })
    parse(text: string): Quad[]
  }
  export class Store {
    constructor(quads: readonly Quad[])
    readonly size: number
    getQuads(
      subject: Term | string | null,
      predicate: Term | string | null,
      object: Term | string | null,
      graph: Term | string | null,
    ): Quad[]
  }
}

declare module 'jsonld' {
  interface CanonizeOptions {
    readonly algorithm: 'RDFC-1.0'
    readonly inputFormat: 'application/n-quads'
    readonly format: 'application/n-quads'
  }
  const jsonld: {
    /** N-Quads, because of the format. */
    toRDF(document: object, options: { format: 'application/n-quads'; safe: true }): Promise<string>
    canonize(quads: string, options: CanonizeOptions): Promise<string>
  }
  // biome-ignore lint/style/noDefaultExport: it is all that the package exports.
  export default jsonld
}
