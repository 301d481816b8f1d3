import { isIPv6 } from 'node:net'
import { networkInterfaces } from 'node:os'

/** Whether only this machine can reach what listens there. */
export function isLoopback(host: string): boolean {
  return host === '::1' || /^127(?:\.\d+){3}$/.test(host)
}

/** The addresses that lead to what listens at `host`, as a URL spells them; the one for this machine first. */
export function hostsOf(host: string, own: readonly string[] = ownAddresses()): readonly string[] {
  if (isLoopback(host)) return [inUrl(host), 'localhost']
  if (host === '0.0.0.0') return reachable(own.filter((address) => !isIPv6(address)))
  return host === '::' ? reachable(own) : [inUrl(host)]
}

/** Those of them that another machine can use. */
export function elsewhere(hosts: readonly string[]): readonly string[] {
  return hosts.filter((host) => host !== 'localhost' && !isLoopback(host.replace(/^\[|\]$/g, '')))
}

/** The values of `Host` that browsers send there: the port is left out where it is the protocol's own. */
export function authoritiesOf(hosts: readonly string[], port: number): readonly string[] {
  return hosts.flatMap((host) => (port === 80 ? [host, `${host}:80`] : [`${host}:${port}`]))
}

function reachable(own: readonly string[]): string[] {
  return [...new Set(['localhost', ...own.map(inUrl)])]
}

/** Those that belong to one cable alone (`fe80::`) are left out: no URL can name the cable. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ scopeid = 0 }) => scopeid === 0)
    .map(({ address }) => address)
}

/** Browsers shorten the zeros of an address, so its spelling is theirs. */
function inUrl(address: string): string {
  return isIPv6(address) ? new URL(`http://[${address}]/`).hostname : address
}
