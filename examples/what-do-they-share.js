// What do Ilhom and Makhdum Nusrat share?

import { openDossier } from 'dossier'

const dossier = await openDossier('graph-data')
const answer = dossier.common('ilhom', 'makhdum-nusrat')

for (const { entity, direct, fromFirst, fromSecond } of answer) {
  const { label } = dossier.graph.getNodeAttributes(entity)
  console.log(`${label}${direct ? '' : ', through events'}`)
  for (const chain of [...fromFirst, ...fromSecond]) {
    console.log(`  ${chain.map(({ sentence }) => sentence).join('; ')}`)
  }
}
