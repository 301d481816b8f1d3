/** What one page took: times in seconds, sizes in bytes. */
export interface Opened {
  /** All that was fetched of the graph until the first picture. */
  readonly plain: number
  readonly gzip: number
  /** From the arrival of the data, or else from the asking for the page, to the first picture. */
  readonly picture: number
  readonly fromStart: number
  /** What the main thread took of the processor until then. */
  readonly cpu: number
  /** One frame while a hand drags the picture. */
  readonly panned: number
  readonly pannedClose: number
  readonly foundFirst: number
  readonly foundAgain: number
  readonly focused: number
  readonly heap: number
  /** What of the graph is in the page. */
  readonly nodes: number
  readonly edges: number
}
