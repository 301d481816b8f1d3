/** How many steps a search may still look at, so that it ends. Below 0, it was cut short. */
export interface Budget {
  steps: number
}
