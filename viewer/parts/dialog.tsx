import type { Signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { texts } from '../words/texts.ts'
import { Icon } from './icons.tsx'

interface DialogProps {
  readonly open: Signal<boolean>
  readonly title: string
  readonly body: ComponentType
}

/** A window over the page, which keeps the focus and gives it back. */
export function Dialog({ open, title, body: Body }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const isOpen = open.value
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isOpen])
  const close = () => {
    open.value = false
  }
  return (
    <dialog ref={dialog} class="dialog" aria-label={title} onClose={close}>
      <div class="dialog-head">
        <h2>{title}</h2>
        <button type="button" class="icon-button" aria-label={texts.close(title)} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      {isOpen && <Body />}
    </dialog>
  )
}
