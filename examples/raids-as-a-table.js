// Which raids did ISAF carry out, and where? A table for a spreadsheet, with the paragraph for each line.

import { openDossier } from 'dossier'

const dossier = await openDossier('graph-data')
const row = (/** @type {readonly string[]} */ cells) =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')

console.log(row(['when', 'raid', 'where', 'source']))
for (const { when, told } of dossier.timeline('isaf', { type: ['raid'] })) {
  for (const claim of told) {
    if (!('entity' in claim)) continue
    const { label, relations } = dossier.show(claim.entity)
    const places = relations.filter(({ relation }) => relation === 'in')
    const where = places.map(({ entity }) => dossier.show(entity).label)
    const cited = claim.citations.map(({ source, at }) => `${source}#${at}`)
    console.log(row([when, label, where.join('; '), cited.join('; ')]))
  }
}
