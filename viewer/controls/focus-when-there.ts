/** Longer than this nobody waits for a part of the page; the focus stays where it is then. */
const patience = 3000

/** Puts the focus on an element as soon as the page has it: its part may still be on the way. */
export function focusWhenThere(selector: string): void {
  const until = performance.now() + patience
  const look = () => {
    const found = document.querySelector<HTMLElement>(selector)
    if (found) found.focus()
    else if (performance.now() < until) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
