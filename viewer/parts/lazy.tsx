import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { onDemand } from '../state/on-demand.ts'
import { texts } from '../words/texts.ts'

/** A part of the page whose code is fetched when it is first shown. */
export function lazy<Props extends object = object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const failed = signal(false)
  const body = onDemand(load, () => {
    failed.value = true
  })
  return function Lazy(props: Props) {
    useEffect(body.need, [])
    const Body = body.module.value
    if (Body !== null) return <Body {...props} />
    return failed.value ? <p>{texts.partLost}</p> : null
  }
}
