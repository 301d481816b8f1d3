import { type ReadonlySignal, signal } from '@preact/signals'

/** Code that few readers need, fetched when somebody does. */
export interface OnDemand<Module> {
  /** Null until it is there. */
  readonly module: ReadonlySignal<Module | null>
  readonly need: () => void
}

/** `onFailure` is told where it cannot be fetched; the next need tries again. */
export function onDemand<Module>(
  load: () => Promise<Module>,
  onFailure: () => void,
): OnDemand<Module> {
  const module = signal<Module | null>(null)
  let isUnderWay = false
  const need = async () => {
    if (isUnderWay || module.peek() !== null) return
    isUnderWay = true
    try {
      module.value = await load()
    } catch {
      onFailure()
    }
    isUnderWay = false
  }
  return { module, need: () => void need() }
}
