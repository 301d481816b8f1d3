/** The properties that name a thing, the one that it goes by first. */
export const nameProperties = ['name', 'alias', 'weakAlias', 'previousName', 'abbreviation']

/** The properties that date something: on a day, or from one to another. */
export const dateProperties = ['date', 'startDate', 'endDate'] as const
