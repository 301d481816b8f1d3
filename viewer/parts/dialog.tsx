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
  const heading = useRef<HTMLHeadingElement>(null)
  const isOpen = open.value
  useEffect(() => {
    if (!isOpen) return dialog.current?.close()
    dialog.current?.showModal()
    // What a browser would take is the button that closes: whoever opens a window wants to know what is in it.
    heading.current?.focus()
  }, [isOpen])
  const close = () => {
    open.value = false
  }
  return (
    <dialog ref={dialog} class="dialog" aria-label={title} onClose={close}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {isOpen && <Body />}
      <button
        type="button"
        class="icon-button dialog-close"
        aria-label={texts.close(title)}
        onClick={close}
      >
        <Icon name="close" />
      </button>
    </dialog>
  )
}
