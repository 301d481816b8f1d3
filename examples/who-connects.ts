// Which people connect the others? And what if we leave out all that was concluded and not said?

import { type Between, openDossier } from 'dossier'
import type { Names } from './names.ts'

// With the names of the base, `persn` or `makdum-nusrat` would be a mistake in the editor.
const dossier = await openDossier<Names>('graph-data')

// A large base takes a while. A question with a signal lets others work meanwhile, and can be stopped.
const signal = AbortSignal.timeout(60_000)
const all = await dossier.between({ type: ['person'], top: 5, signal })
const said = await dossier.between({ type: ['person'], inferred: false, signal })

for (const { entity, share } of all) {
  const without = said.ranked.find((one) => one.entity === entity)?.share ?? 0
  console.log(`${entity}: ${percent(share)}, without conclusions ${percent(without)}`)
}

function percent(share: Between['share']): string {
  return `${(100 * share).toFixed(1)} %`
}
