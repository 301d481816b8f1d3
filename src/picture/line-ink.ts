/** Up to so many relations each is a curve with its pattern and its arrow; beyond, a plain thin line. */
export const mostCurves = 3000

/**
 * How much of its share of the picture a thin line may fill. A line that is longer than so many pixels is as much fainter as
 * it is longer: each has the same ink, so that a few long ones do not cover what many short ones show.
 */
export const inkShare = 0.5

/** Fainter, and a line would be lost in the rounding of its colours where many lie on each other. */
export const faintestLine = 0.015
