import type { PlacedDiagnostic } from '../diagnostics/render/json.ts'

/** What the server tells whoever started it; it prints nothing itself. */
export type ServerEvent =
  | { readonly kind: 'port-taken'; readonly port: number }
  | {
      readonly kind: 'compiled'
      readonly errors: number
      readonly warnings: number
      readonly entities: number
      readonly relations: number
      /** From the look at the folder to the graph that can be served. */
      readonly milliseconds: number
      /** The first error in order of place. */
      readonly first: PlacedDiagnostic | undefined
      /** The viewer keeps the last graph without errors. */
      readonly stale: boolean
    }
  /** The system reports no changes: saves are seen only when the server looks by itself. */
  | { readonly kind: 'watching-failed'; readonly reason: string }
  /** A mistake of ours: the server goes on with what it had. */
  | { readonly kind: 'compiling-failed'; readonly error: unknown }

export type OnEvent = (event: ServerEvent) => void
