/** Two people, their groups, a place, and an operation, with doubts of every kind. */
export const smallBase: Readonly<Record<string, string>> = {
  'ontology.yaml': `name: Small
entities:
  actor: { abstract: true }
  person: { is: actor }
  group: { is: actor }
  place: { transit: false }
  raid: { dated: true }
relations:
  leads: { inverse: led-by, from: person, to: group, kind: affiliation, says: "{source} leads {target}", says-inverse: "{target} is led by {source}" }
  allied-with: { symmetric: true, from: group, to: group, kind: affiliation, says: "{source} is allied with {target}" }
  in: { from: [raid, group], to: place, kind: location, says: "{source} took place in {target}" }
  targeted: { inverse: targeted-in, from: raid, to: actor, kind: operation }
`,
  'sources/report.yaml': `title: Annual report
author: B. Roggio
publisher: The Journal
published: 2012-03-26
reliability: B
paragraphs: 9
`,
  'sources/unused.yaml': 'title: Nobody cites it\n',
  'people.yaml': `cite: report#p1
entities:
  makhdum-nusrat:
    type: person
    name: Makhdum Nusrat
    aliases: [Mahdum Nasrat, Šīrīn]
    relations:
      - { leads: imu, as: emir, when: ../2011, said-by: [isaf, al-qaida], confidence: probable }
      - { leads: imu, when: 2012-02, inferred: He is named after its leader. }
  ada: { type: person, name: Ada Nusrat }
  namesake: { type: person, name: "Ada  Nusrat" }
`,
  'groups.yaml': `cite: report#p2
entities:
  imu: { type: group, name: Islamic Movement of Uzbekistan, aliases: [IMU], summary: Close to al Qaeda. }
  al-qaida:
    type: group
    name: al-Qaida
    relations:
      - { allied-with: imu, confidence: possible, when: 2001/2011, cite: [report#p3, { source: report, at: p4, quote: sworn allies }] }
      - { in: town, cite: [] }
  isaf: { type: group, name: ISAF }
`,
  'raid.yaml': `type: raid
name: Raid at Kabul
when: 2013-05
cite: report#p5
relations:
  - targeted: al-qaida
    rivals: { denied: true, cite: report#p6 }
  - in: town
`,
  'town.yaml': 'type: place\nname: Kabul town\n',
}
