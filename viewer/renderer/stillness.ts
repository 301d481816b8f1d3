const query = matchMedia('(prefers-reduced-motion: reduce)')

/** The reader has asked for pictures that do not move by themselves. */
export function prefersStillness(): boolean {
  return query.matches
}
