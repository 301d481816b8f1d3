/** How an item stands to a time, or to two times that are compared; a greater number of the first four is surer. */
export const activity = {
  /** Under no reading of its date, or one of its ends is of another time. */
  no: 0,
  /** It has no date, so that it may hold at any time. */
  undated: 1,
  /** Under some readings of its date. */
  possible: 2,
  certain: 3,
  /** Only at the later time. */
  began: 4,
  /** Only at the earlier time. */
  ended: 5,
  /** At either time. */
  both: 6,
} as const

export type Activity = (typeof activity)[keyof typeof activity]
