/** With a comma between thousands. */
export function whole(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Three digits that count. */
export function short(value: number): string {
  return value >= 100 ? whole(value) : String(Number(value.toPrecision(3)))
}

export function megabytes(bytes: number): string {
  return whole(bytes / 1e6)
}
