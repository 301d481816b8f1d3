import { spreadOf } from '../measure/statistics.ts'

export function medianOf(values: readonly number[]): number {
  return spreadOf(values)?.median ?? Number.NaN
}
