import { signal } from '@preact/signals'

const place = 'dossier-character-keys'

/** Whether single characters are commands: the reader's habit, not part of the view that a link shares. */
export const characterKeys = signal(recall() !== 'off')

export function rememberCharacterKeys(on: boolean): void {
  characterKeys.value = on
  try {
    localStorage.setItem(place, on ? 'on' : 'off')
  } catch {
    // A page without storage forgets it with the tab.
  }
}

function recall(): string | null {
  try {
    return localStorage.getItem(place)
  } catch {
    return null
  }
}
