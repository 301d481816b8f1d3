import { parseUrl } from '../../text/parse-url.ts'

/** A web address where FollowTheMoney takes it for one: it wants a host like those of the public web. */
export function ftmAddress(address: string): string | undefined {
  const url = parseUrl(address)
  if (url === undefined || !isPublicHost(url.hostname)) return undefined
  // A lone "?" or "#" at the end would go.
  return url.href.replace(/#$/, '').replace(/\?$/, '')
}

function isPublicHost(host: string): boolean {
  if (host.startsWith('[') || /^[\d.]+$/.test(host)) return true
  const labels = host.replace(/\.$/, '').split('.')
  const [last = ''] = labels.slice(-1)
  const isTop = labels.length === 1 || (last.length > 1 && !/^\d+$/.test(last))
  return isTop && labels.every((label) => /^[\w-]{1,63}$/.test(label) && /[a-z0-9]/i.test(label))
}
