/** A small base in which every rule of the graph contract is at work once. */
export const awkwardBase: Readonly<Record<string, string>> = {
  'ontology.yaml': `name: "Awkward \\"quotes\\" & <signs>"
entities:
  actor: { abstract: true }
  person:
    is: actor
    colour: "#C2410C"
    attributes: { status: { one-of: [alive, dead] }, weight: number, seen: date, trades: { list: text }, site: url }
  group: { is: actor }
  place: { transit: false }
  event: { abstract: true, dated: true }
  raid: { is: event }
relations:
  leads: { inverse: led-by, from: person, to: group, kind: affiliation }
  allied-with: { symmetric: true, from: group, to: group, kind: affiliation }
  in: { from: event, to: place, kind: location }
  killed: { inverse: killed-in, from: event, to: actor, kind: operation, ends: target }
  praised: { from: actor, to: actor, says: "{source} spoke well of {target}." }
`,
  'sources/report.yaml': `title: Report
publisher: Press
url: https://example.org/?a=1&b=2
published: 2012-03-26
reliability: B
paragraphs: 9
`,
  'sources/book.yaml': 'title: Book\npages: 300\nnote: "Second\\nline"\n',
  'people/ada.yaml': `type: person
name: Ada «الأولى» 😀
aliases: ['Ada, the first', Áda]
summary: >
  First line
  and second.
cite: report#p1
attributes:
  status:
    value: dead
    when: 2012-03/2012
    cite: [report#p2, { source: report, at: p2, quote: she died }]
    said-by: [zeta, alpha]
    confidence: probable
    rivals:
      - { value: alive, when: 2013?, cite: book#page3, confidence: doubtful, said-by: alpha }
      - { denied: true, cite: book#page4, inferred: The author hints at it., note: See page 5. }
  weight: [81.5, { value: 80, when: 2009~ }]
  seen: 2011-1X
  trades: [smith, '007']
  site: https://example.org/ada
relations:
  - leads: alpha
    as: commander
    when: ../2009-06
    rivals: { target: zeta, cite: book#page9 }
  - leads: alpha
    when: 2010-02-28/2011
    cite: report#p3
  - leads: alpha
    when: 2010-02/..
    said-by: zeta
  - praised: ada
    when: 201X
    note: In her diary.
  - praised: [bob, two-helpers]
    inferred: She smiled.
`,
  'people/others.yaml': `cite: book#page1
entities:
  bob: { type: person, name: Bob, unnamed: true }
  two-helpers: { type: person, name: Two helpers, count: 2 }
`,
  'groups/alpha.yaml': `type: group
name: Alpha
relations:
  - led-by: ada
    as: commander
    when: ../2009-06
    cite: [report#p1, book#page2]
    confidence: confirmed
    note: Told twice.
  - allied-with: zeta
    when: 2011
    cite: report#p5
`,
  'groups/zeta.yaml': `type: group
name: Zeta
relations:
  - allied-with: alpha
    when: 2011
    cite: { source: report, at: p5, quote: allies }
  - allied-with: zeta
    cite: report
`,
  'places/town.yaml': 'type: place\nname: Town\n',
  'raid.yaml': `type: raid
name: Raid
when: { value: 2012-03-17~, cite: report#p7, said-by: zeta, rivals: [{ when: 2012-03-18, cite: book }] }
cite: report#p8
relations:
  - in: town
  - killed: ada
    when: 2012-03-18
  - killed: bob
`,
  'identity.yaml': `different:
  - { entities: [ada, bob], reason: They met., cite: report#p9 }
`,
}
