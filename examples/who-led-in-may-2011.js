// Who was in charge of the IMU in Afghanistan in May 2011: who for certain, and who perhaps?

import { openDossier } from 'dossier'

const dossier = await openDossier('graph-data')
const asOf = '2011-05'

const certain = dossier.neighbours('imu', { relation: ['led-by'], asOf, certain: true })
console.log(`Certainly in charge in ${asOf}: ${certain.total || 'nobody of whom a source says so'}`)

for (const claim of dossier.neighbours('imu', { relation: ['led-by'], asOf })) {
  console.log(
    `\nPerhaps ${claim.entity}, because the date is ${claim.when ?? 'unknown'}:\n${claim}`,
  )
}
