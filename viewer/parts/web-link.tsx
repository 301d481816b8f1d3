import type { ComponentChildren } from 'preact'
import { isWebAddress } from '../../src/text/web-address.ts'
import { Icon } from './icons.tsx'

interface WebLinkProps {
  readonly url: string
  readonly children?: ComponentChildren
}

/** A way out of the page, with the host that it leads to in plain ASCII; no other scheme becomes a link. */
export function WebLink({ url, children }: WebLinkProps) {
  if (!isWebAddress(url)) {
    return (
      <span class="quiet">
        {children} <bdi class="code">{url}</bdi>
      </span>
    )
  }
  const { href, host } = new URL(url)
  return (
    <a class="link web-link" href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children && <>{children} </>}
      <span class="host">
        {host} <Icon name="outside" />
      </span>
    </a>
  )
}
