/** In pixels. */
export const plotHeight = 84

/** Where the layers of the plot stand, from the top. */
export const rows = { events: 2, spans: 20, axis: 64 } as const
