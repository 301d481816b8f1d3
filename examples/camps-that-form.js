// Who stands with whom? The groups among actors, by affiliation and alliance alone.

import { openDossier } from 'dossier'

const dossier = await openDossier('graph-data')
const groups = dossier.groups({ type: ['actor'], kind: ['affiliation', 'alliance'] })

for (const { centre, members, bridges } of groups) {
  console.log(`Around ${centre}: ${members.slice(1).join(', ')}`)
  for (const { centre: other, surest } of bridges) {
    console.log(`  to ${other}: ${surest.sentence} [${surest.citations[0]?.at}]`)
  }
}
console.log(`Tied to nobody: ${groups.alone.join(', ')}`)
