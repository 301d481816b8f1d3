/** What a script can rely on; design 6. */
export const exitCodes = { fine: 0, errorsInData: 1, wrongUse: 2, interrupted: 130 } as const
