import { expect, test } from 'vitest'
import { compile } from '../src/compile.ts'
import { readSources } from '../src/documents/read-sources.ts'

// What tired curators, merges and other programs do to a base that is sound, each to a copy of graph-data.

const sound = new Map(
  (await readSources('graph-data')).files.map(({ path, text }) => [path, text] as const),
)

type Texts = Map<string, string>

function told(damage: (texts: Texts) => void): string[] {
  const texts = new Map(sound)
  damage(texts)
  const files = [...texts].map(([path, text]) => ({ path, text }))
  return compile({ files, diagnostics: [] }).diagnostics.map(({ code, span, fix }) => {
    const [line = ''] = (texts.get(span.file)?.slice(span.start) ?? '').split('\n')
    return `${code} ${span.file}: ${line.trim()}${fix === undefined ? '' : ' (can be mended)'}`
  })
}

/** Puts one text in the place of another that must be there. */
const change = (path: string, before: string, after: string) => (texts: Texts) => {
  const text = texts.get(path) ?? ''
  expect(text, path).toContain(before)
  texts.set(
    path,
    text.replace(before, () => after),
  )
}

const add = (path: string, text: string) => (texts: Texts) => {
  texts.set(path, (texts.get(path) ?? '') + text)
}

const move = (from: string, to: string) => (texts: Texts) => {
  for (const [path, text] of [...texts]) {
    if (!path.startsWith(from)) continue
    texts.delete(path)
    texts.set(to + path.slice(from.length), text)
  }
}

const copy = (from: string, to: string) => (texts: Texts) => {
  texts.set(to, texts.get(from) ?? '')
}

const all =
  (...damages: ((texts: Texts) => void)[]) =>
  (texts: Texts) => {
    for (const damage of damages) damage(texts)
  }

const nusrat = 'people/makhdum-nusrat.yaml'
const ilhom = 'people/ilhom.yaml'
const imu = 'groups/imu.yaml'
const source = 'sources/lwj-nusrat.yaml'
const raid = 'operations/raid-badakhshan-2011-09.yaml'
const bombing = 'operations/taloqan-funeral-bombing.yaml'

const damages: readonly (readonly [string, (texts: Texts) => void, readonly string[]])[] = [
  ['nothing', () => {}, []],
  [
    'a name that was read as Latin-1 and saved so',
    change(ilhom, 'name: Ilhom', 'name: IlhÃ³m'),
    ['garbled-text people/ilhom.yaml: IlhÃ³m'],
  ],
  [
    'curly quotes of a word processor, in braces',
    change(
      nusrat,
      'quote: the highest-ranking IMU insurgent operating in the country }',
      'quote: “the highest-ranking, IMU insurgent” }',
    ),
    ['unknown-key people/makhdum-nusrat.yaml: IMU insurgent” }'],
  ],
  [
    'a dash of a word processor between two years',
    change(nusrat, 'when: /2012', 'when: 2009–2012'),
    ['bad-date people/makhdum-nusrat.yaml: 2009–2012'],
  ],
  [
    'a soft hyphen in an id',
    change(nusrat, 'leads: imu', 'leads: i\u00admu'),
    [
      'broken-reference people/makhdum-nusrat.yaml: i­mu (can be mended)',
      'hidden-character people/makhdum-nusrat.yaml: ­mu',
    ],
  ],
  [
    'a conflict of git of which the middle was left',
    change(nusrat, 'type: person\n', 'type: person\nname: Makhdum Nusrat\n=======\n'),
    ['yaml-syntax people/makhdum-nusrat.yaml: ======='],
  ],
  [
    'both sides of a conflict kept',
    add(nusrat, '\nrelations:\n  - member-of: imu\n    cite: lwj-nusrat#p1\n'),
    ['duplicate-key people/makhdum-nusrat.yaml: relations:'],
  ],
  [
    'a file copied as a template, its name left',
    copy(raid, 'operations/raid-badakhshan-2012-05.yaml'),
    ['alias-collision operations/raid-badakhshan-2012-05.yaml: Raid in Badakhshan, September 2011'],
  ],
  [
    'a file that Windows has copied',
    copy(ilhom, 'people/ilhom - Copy.yaml'),
    [
      'bad-id people/ilhom - Copy.yaml: type: person',
      'alias-collision people/ilhom - Copy.yaml: Ilhom',
    ],
  ],
  [
    'a file renamed by hand',
    move(ilhom, 'people/ilhom-imu.yaml'),
    ['broken-reference operations/raid-that-killed-ilhom.yaml: ilhom'],
  ],
  [
    'day and month swapped',
    change(bombing, 'value: 2011-12-25', 'value: 2011-25-12'),
    ['bad-date operations/taloqan-funeral-bombing.yaml: 2011-25-12'],
  ],
  [
    'digits of an Arabic keyboard',
    change(nusrat, 'when: /2012', 'when: /٢٠١٢'),
    ['bad-date people/makhdum-nusrat.yaml: /٢٠١٢'],
  ],
  [
    'an O for a zero',
    change(raid, 'when: 2011-09', 'when: 2O11-09'),
    ['bad-date operations/raid-badakhshan-2011-09.yaml: 2O11-09'],
  ],
  [
    'a date to be filled in',
    change(nusrat, 'when: /2012', 'when: TODO'),
    ['bad-date people/makhdum-nusrat.yaml: TODO'],
  ],
  [
    'who succeeded whom, the wrong way round',
    add(
      'people/imu-commander-captured-2011-04.yaml',
      '  - succeeded: makhdum-nusrat\n    cite: lwj-nusrat#p9\n',
    ),
    ['cycle people/makhdum-nusrat.yaml: imu-commander-captured-2011-04'],
  ],
  [
    'from and to of a relation swapped in the ontology',
    change(
      'ontology.yaml',
      'inverse: led-by\n    from: person\n    to: group',
      'inverse: led-by\n    from: group\n    to: person',
    ),
    [
      'wrong-domain people/deputy-captured-2012-02.yaml: leads: badghis-military-commission (can be mended)',
      'wrong-domain people/imu-commander-captured-2011-04.yaml: leads: imu (can be mended)',
      'wrong-domain people/makhdum-nusrat.yaml: leads: imu (can be mended)',
    ],
  ],
  [
    'a source under a second id',
    all(
      copy(source, 'sources/lwj-nusrat-2.yaml'),
      change(ilhom, 'lwj-nusrat#p13', 'lwj-nusrat-2#p13'),
    ),
    [
      'duplicate-source sources/lwj-nusrat-2.yaml: title: ISAF, Afghan forces kill top IMU commander in north',
    ],
  ],
  [
    'an article of which the address is there already, with http and a slash',
    all(
      add(source, 'url: https://example.org/article\n'),
      add('sources/blog.yaml', 'title: Blog\nurl: http://www.example.org/article/\n'),
      change(ilhom, 'lwj-nusrat#p13', 'blog'),
    ),
    [
      'duplicate-source sources/lwj-nusrat.yaml: title: ISAF, Afghan forces kill top IMU commander in north',
    ],
  ],
  [
    'a choice taken out of the ontology',
    change('ontology.yaml', '[alive, dead, captured, unknown]', '[alive, dead, unknown]'),
    [
      'wrong-value people/deputy-captured-2012-02.yaml: captured, cite: lwj-nusrat#p12 }',
      'wrong-value people/imu-commander-captured-2011-04.yaml: captured, when: 2011-04/, cite: lwj-nusrat#p9 }',
      'wrong-value people/imu-leaders-captured-2012-03.yaml: captured',
      'wrong-value people/insurgents-captured-in-shirin-tagab.yaml: captured',
    ],
  ],
  [
    'a type renamed in the ontology alone',
    change('ontology.yaml', '  camp: {', '  training-camp: {'),
    ['unknown-type places/facilities.yaml: camp', 'unknown-type places/facilities.yaml: camp'],
  ],
  [
    'a relation that is called as a key of relations is',
    change('ontology.yaml', '  controls:\n', '  note:\n'),
    [
      'unknown-relation groups/imu.yaml: controls: [suicide-camps-sar-i-pul, suicide-camps-samangan]',
      'unknown-relation groups/taliban.yaml: controls: [north-waziristan, south-waziristan]',
      'ontology-name-taken ontology.yaml: note:',
    ],
  ],
  [
    'a folder of entities dropped into that of the sources',
    move('people/ilhom', 'sources/ilhom'),
    ['misplaced-file sources/ilhom.yaml: type: person'],
  ],
  [
    'the folder of the sources under another name',
    move('sources/', 'documents/'),
    [
      'misplaced-file documents/lwj-nusrat.yaml: title: ISAF, Afghan forces kill top IMU commander in north',
    ],
  ],
  [
    'a copy of the ontology and the decisions in a folder of its own',
    all(
      copy('ontology.yaml', 'backup/ontology.yaml'),
      copy('identity.yaml', 'backup/identity.yaml'),
    ),
    [
      'misplaced-file backup/identity.yaml: undecided:',
      'misplaced-file backup/ontology.yaml: name: The IMU in northern Afghanistan',
    ],
  ],
  [
    'a dash lost before a relation',
    change(imu, '  - fights-alongside: taliban\n', '    fights-alongside: taliban\n'),
    [
      'wrong-value groups/imu.yaml: fights-alongside: taliban',
      'duplicate-key groups/imu.yaml: cite: lwj-nusrat#p8',
    ],
  ],
  [
    'a comma in a citation in braces',
    change(ilhom, 'cite: lwj-nusrat#p13 }', 'cite: lwj-nusrat, p. 13 }'),
    ['unknown-key people/ilhom.yaml: p. 13 }'],
  ],
  [
    'the same citation twice, the second not changed',
    change(nusrat, 'cite: [lwj-nusrat#p1, lwj-nusrat#p9]', 'cite: [lwj-nusrat#p1, lwj-nusrat#p1]'),
    ['repeated-item people/makhdum-nusrat.yaml: lwj-nusrat#p1]'],
  ],
  [
    'a range of paragraphs backwards',
    change(nusrat, 'cite: [lwj-nusrat#p1, lwj-nusrat#p9]', 'cite: lwj-nusrat#p9-p1'),
    ['unknown-locator people/makhdum-nusrat.yaml: lwj-nusrat#p9-p1 (can be mended)'],
  ],
  [
    'a name in the place of an id',
    change(nusrat, 'leads: imu', 'leads: Islamic Movement of Uzbekistan'),
    ['broken-reference people/makhdum-nusrat.yaml: Islamic Movement of Uzbekistan (can be mended)'],
  ],
  [
    'a second death',
    add(
      'operations/raid-badakhshan-2012-03-08.yaml',
      '  - killed: makhdum-nusrat\n    cite: lwj-nusrat#p11\n',
    ),
    [
      'after-end operations/raid-shirin-tagab-2012-03-17.yaml: targeted: makhdum-nusrat',
      'after-end operations/raid-that-killed-nusrat.yaml: killed: makhdum-nusrat',
      'after-end people/makhdum-nusrat.yaml: involved-in: raid-that-killed-nusrat',
    ],
  ],
  [
    'an attribute told twice',
    change(
      ilhom,
      'status: { value: dead, cite: lwj-nusrat#p13 }',
      'status: [{ value: dead, cite: lwj-nusrat#p13 }, { value: dead, cite: lwj-nusrat#p1 }]',
    ),
    ['duplicate-claim people/ilhom.yaml: dead, cite: lwj-nusrat#p1 }]'],
  ],
  [
    'the name among the aliases',
    change(imu, 'aliases: [IMU]', 'aliases: [IMU, Islamic Movement of Uzbekistan]'),
    ['repeated-item groups/imu.yaml: Islamic Movement of Uzbekistan]'],
  ],
  [
    'a place with a date',
    change(ilhom, 'type: person\n', 'type: person\nwhen: 2012-01\n'),
    ['undated-type people/ilhom.yaml: 2012-01'],
  ],
  [
    'a quote left open in a file of many entities that all others mention',
    change('places/places.yaml', 'name: Afghanistan\n', 'name: "Afghanistan\n'),
    ['yaml-syntax places/places.yaml: "Afghanistan'],
  ],
  [
    'a file that alone cites a source, and cannot be read',
    all(
      add('sources/blog.yaml', 'title: Blog\n'),
      change(ilhom, 'value: dead, cite: lwj-nusrat#p13 }', 'value: dead, cite: blog'),
    ),
    ['yaml-syntax people/ilhom.yaml: { value: dead, cite: blog'],
  ],
  [
    'a capital in the name of a file that others mention',
    move(ilhom, 'people/Ilhom.yaml'),
    ['bad-id people/Ilhom.yaml: type: person'],
  ],
  [
    'a relation of the ontology that has lost its indent',
    change('ontology.yaml', '  leads:\n', 'leads:\n'),
    ['yaml-syntax ontology.yaml: leads:'],
  ],
  [
    'a claim pasted without its indent',
    change(nusrat, '    when: /2012', 'when: /2012'),
    ['yaml-syntax people/makhdum-nusrat.yaml: when: /2012'],
  ],
  [
    'no-break spaces of a web page for an indent',
    change(nusrat, '    when: /2012', '\u00a0\u00a0\u00a0\u00a0when: /2012'),
    ['yaml-syntax people/makhdum-nusrat.yaml: when: /2012'],
  ],
  [
    'dashes of a word processor before all relations',
    (texts) => texts.set(ilhom, (texts.get(ilhom) ?? '').replaceAll('  - ', '  — ')),
    ['yaml-syntax people/ilhom.yaml: — member-of: imu'],
  ],
  [
    'line ends that were turned twice',
    (texts) => texts.set(ilhom, (texts.get(ilhom) ?? '').replaceAll('\n', '\r\r\n')),
    ['hidden-character people/ilhom.yaml: '],
  ],
  [
    'a second colon in the place of the #',
    change(ilhom, 'cite: lwj-nusrat#p13 }', 'cite: "lwj-nusrat:p13" }'),
    ['unknown-source people/ilhom.yaml: "lwj-nusrat:p13" }'],
  ],
  [
    'a place as a book has it',
    change(ilhom, 'cite: lwj-nusrat#p13 }', 'cite: "lwj-nusrat#¶¶ 12–13" }'),
    ['unknown-locator people/ilhom.yaml: "lwj-nusrat#¶¶ 12–13" } (can be mended)'],
  ],
  [
    'several entities in one text',
    change(imu, 'linked-to: [al-qaeda, taliban]', 'linked-to: al-qaeda and taliban'),
    ['broken-reference groups/imu.yaml: al-qaeda and taliban'],
  ],
  [
    'files in the place of ids',
    all(
      change(nusrat, 'leads: imu', 'leads: groups/imu.yaml'),
      change(ilhom, 'cite: lwj-nusrat#p13 }', 'cite: sources/lwj-nusrat.yaml#p13 }'),
    ),
    [
      'unknown-source people/ilhom.yaml: sources/lwj-nusrat.yaml#p13 } (can be mended)',
      'broken-reference people/makhdum-nusrat.yaml: groups/imu.yaml (can be mended)',
    ],
  ],
  [
    'source and speaker swapped',
    change(
      nusrat,
      'cite: lwj-nusrat#p4\n    said-by: isaf\n  - planned',
      'cite: isaf\n    said-by: lwj-nusrat#p4\n  - planned',
    ),
    [
      'unknown-source people/makhdum-nusrat.yaml: isaf',
      'broken-reference people/makhdum-nusrat.yaml: lwj-nusrat#p4',
    ],
  ],
  [
    'an entity twice in one list',
    change(imu, '[al-qaeda, taliban]', '[al-qaeda, taliban, al-qaeda]'),
    ['repeated-item groups/imu.yaml: al-qaeda]'],
  ],
  [
    'choices of the ontology that have lost their brackets',
    change('ontology.yaml', '[alive, dead, captured, unknown]', 'alive, dead, captured, unknown'),
    ['unknown-key ontology.yaml: dead, captured, unknown }'],
  ],
  [
    'an inverse that is the relation itself',
    change('ontology.yaml', 'inverse: has-member', 'inverse: member-of'),
    ['ontology-name-taken ontology.yaml: member-of'],
  ],
  [
    'a key twice in a file of many',
    add('places/places.yaml', '  kabul:\n    type: province\n    name: Kabul\n'),
    ['duplicate-key places/places.yaml: kabul:'],
  ],
  [
    'two addresses in one text',
    add(source, 'url: https://a.example/x https://b.example/y\n'),
    ['wrong-value sources/lwj-nusrat.yaml: https://a.example/x https://b.example/y'],
  ],
  [
    'signs of a web page in a name',
    change(imu, 'name: Islamic', 'name: Islamic&nbsp;'),
    ['pasted-markup groups/imu.yaml: Islamic&nbsp; Movement of Uzbekistan'],
  ],
  [
    'the number of a day in a spreadsheet',
    change(raid, 'when: 2011-09', 'when: 40787'),
    ['bad-date operations/raid-badakhshan-2011-09.yaml: 40787'],
  ],
]

test.each(damages)('%s', (_, damage, expected) => {
  expect(told(damage)).toEqual(expected)
})
