import type { NamedView } from '../../src/model/named-view.ts'

/** Those that `dossier build` has put into the page. */
export function publishedViews(): readonly NamedView[] {
  const place = document.getElementById('views')
  return place === null ? [] : (JSON.parse(place.textContent ?? '') as NamedView[])
}
