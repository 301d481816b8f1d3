import { vi } from 'vitest'

/**
 * Waits until the check passes. On a busy machine that may take a while, and how long is for the bench to say; but after
 * half a minute a server reads its folder anew without being told, and nobody would notice a watcher that is deaf.
 */
export function soon<Found>(check: () => Found | Promise<Found>): Promise<Found> {
  return vi.waitFor(check, { timeout: 20_000, interval: 50 })
}
