// How is Makhdum Nusrat connected to al Qaeda, and how do we know?

import { openDossier } from 'dossier'

const dossier = await openDossier('graph-data')

// Scripts spell names as people do: `id` finds whom they mean, and says so where it finds nobody.
const nusrat = dossier.id('MAKHDUM NUSRAT')
const [alQaeda] = dossier.find('al-Kaida', 1)

for (const path of dossier.paths(nusrat, alQaeda?.id ?? '')) {
  console.log(`${path.length} hops, together ${path.together ?? 'at no time'}:`)
  console.log(`${path}\n`)
}
