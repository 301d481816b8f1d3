// In which ways is Ilhom connected to ISAF within four hops? The first three will do.

import { openDossier } from 'dossier'

// Nothing that is only possible, and nothing that the curator concluded: what do the sources themselves say?
const dossier = await openDossier('graph-data', {
  only: { minConfidence: 'probable', inferred: false },
  throwOn: 'errors',
})

let shown = 0
for (const path of dossier.paths('ilhom', 'isaf', { all: true, max: 4 })) {
  console.log(path.hops.map(({ sentence }) => sentence).join('; '))
  console.log(`  ${path.hops.flatMap(({ citations }) => citations.map(({ at }) => at)).join(', ')}`)
  if (++shown === 3) break
}
