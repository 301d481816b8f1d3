import { vi } from 'vitest'

/** Waits until the check passes. On a busy machine that may take a while, and how long is for the bench to say. */
export function soon<Found>(check: () => Found | Promise<Found>): Promise<Found> {
  return vi.waitFor(check, { timeout: 30_000, interval: 50 })
}
