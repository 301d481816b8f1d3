import type { Doubt, Qualifier } from './edtf.ts'

/** What several qualifiers say together about one part. */
export function joinQualifiers(...qualifiers: readonly Qualifier[]): Qualifier {
  const uncertain = qualifiers.some(isUncertain)
  const approximate = qualifiers.some(isApproximate)
  if (uncertain) return approximate ? '%' : '?'
  return approximate ? '~' : ''
}

/** One value for dates without doubt, so that equal dates are equal values. */
export function doubtOf(year: Qualifier, month: Qualifier, day: Qualifier): Doubt | undefined {
  return year === '' && month === '' && day === '' ? undefined : { year, month, day }
}

export function isUncertain(qualifier: Qualifier): boolean {
  return qualifier === '?' || qualifier === '%'
}

export function isApproximate(qualifier: Qualifier): boolean {
  return qualifier === '~' || qualifier === '%'
}

export function hasUncertainPart(doubt: Doubt): boolean {
  return isUncertain(doubt.year) || isUncertain(doubt.month) || isUncertain(doubt.day)
}

export function hasApproximatePart(doubt: Doubt): boolean {
  return isApproximate(doubt.year) || isApproximate(doubt.month) || isApproximate(doubt.day)
}
