// What one file of 1 MiB can cost at most, as far as somebody has tried: files of every kind that the reader or the
// rules have to work for, each checked in a process of its own.
//   node bench/hostile/files.mjs [name]
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const size = 1024 * 1024
const many = (make, most = Infinity) => {
  const parts = []
  for (let n = 0, length = 0; n < most; n++) {
    const part = make(n)
    length += Buffer.byteLength(part)
    if (length > size - 300) break
    parts.push(part)
  }
  return parts.join('')
}
const person = 'type: person\nname: Ada\n'
const id = (n) => `p${n.toString(36)}`
const near = (n) => `hildebrand-veckinchusen-${n.toString(36).padStart(3, 'a')}`
const letters = (n) => n.toString(36).padStart(4, 'a')

/** By path: those that are accepted, with or without findings, and those that the reader refuses. */
export const files = {
  'accepted: one list of 199,000 values': {
    path: 'a.yaml',
    text: `${person}aliases: [${'a, '.repeat(199_000)}a]\n`,
  },
  'accepted: 199,000 different aliases of one entity': {
    path: 'a.yaml',
    text: `${person}aliases: [${many((n) => `${n.toString(36)}, `, 199_000)}z]\n`,
  },
  'accepted: one text in double quotes with escapes': {
    path: 'a.yaml',
    text: `${person}summary: "${'\\u00e9'.repeat(170_000)}"\n`,
  },
  'accepted: one text over 500,000 lines': {
    path: 'a.yaml',
    text: `${person}summary: >\n${'  a\n'.repeat(250_000)}`,
  },
  'accepted: comments alone beside one entity': {
    path: 'a.yaml',
    text: person + many(() => '# c\n'),
  },
  'accepted: letters and combining marks': {
    path: 'a.yaml',
    text: `${person}summary: ${'e\u0301'.repeat(340_000)}\n`,
  },
  'accepted: 50,000 times " #" in a value': {
    path: 'a.yaml',
    text: `${person}aliases:\n${many(() => '  - a #b\n')}`,
  },
  'accepted: 2,000 entities with a name almost alike': {
    path: 'all.yaml',
    text: `entities:\n${many((n) => `  ${id(n)}: { type: person, name: Hildebrand van der ${letters(n * 7)} Veckinchusen ${'of the Hansa '.repeat(30)} }\n`, 2000)}`,
  },
  'accepted: 2,000 entities with ten aliases almost alike': {
    path: 'all.yaml',
    text: `entities:\n${many((n) => `  ${id(n)}: { type: person, name: N ${id(n)}, aliases: [${Array.from({ length: 20 }, (_, k) => `Hildebrand ${letters(n * 20 + k)} Veckinchusen`).join(', ')}] }\n`, 2000)}`,
  },
  'accepted: 25,000 references to nobody': {
    path: 'a.yaml',
    text: `${person}relations:\n${many((n) => `- knows: ${near(n)}\n`)}`,
  },
  'accepted: 25,000 references almost to 1,000 others': {
    path: 'all.yaml',
    text: `entities:\n${many((n) => `  ${near(n)}: { type: person, name: A ${n}, relations: [${Array.from({ length: 25 }, (_, k) => `{ knows: ${near(n)}${letters(k)} }`).join(', ')}] }\n`, 2000)}`,
  },
  'accepted: one list of 90,000 references': {
    path: 'a.yaml',
    text: `${person}relations: [{ knows: [${many((n) => `${id(n)}, `, 99_000)}p] }]\n`,
  },
  'accepted: 2,000 unknown keys': {
    path: 'a.yaml',
    text: person + many((n) => `relation${letters(n)}${'s'.repeat(400)}: x\n`, 1900),
  },
  'accepted: 25,000 unknown relations': {
    path: 'a.yaml',
    text: `${person}relations:\n${many((n) => `- know${letters(n)}: p\n`)}`,
  },
  'accepted: 20,000 dates that are none': {
    path: 'a.yaml',
    text: `${person}relations:\n${many((n) => `- { knows: ada, when: "March ${n} 2012 or so, perhaps a bit later" }\n`)}`,
  },
  'accepted: 20,000 sets of dates': {
    path: 'a.yaml',
    text: `${person}relations:\n${many((n) => `- { knows: ada, when: "[20${(n % 90) + 10}-XX-XX,2X${(n % 90) + 10},XXXX-02-3X]" }\n`)}`,
  },
  'accepted: 15,000 stints of one relation': {
    path: 'a.yaml',
    text: `${person}relations:\n${many((n) => `- { leads: g, when: ${1000 + (n % 1000)}/${2000 + (n % 20)} }\n`)}`,
  },
  'accepted: 99,000 citations of one claim': {
    path: 'a.yaml',
    text: `${person}relations: [{ knows: ada, cite: [${many((n) => `s#p${n}, `, 99_000)}s] }]\n`,
  },
  'accepted: 20,000 claims with the same rival': {
    path: 'a.yaml',
    text: `${person}relations:\n${many(() => '- { knows: ada, rivals: [{ value: bob }, { denied: true }] }\n', 17_000)}`,
  },
  'accepted: chains of 1,900 types in an ontology': {
    path: 'ontology.yaml',
    text: `name: T\nentities:\n${many((n) => `  t${n}: { is: t${n + 1} }\n`, 1900)}  t1900: {}\n`,
  },
  'accepted: 1,900 relations over chains of types': {
    path: 'ontology.yaml',
    text: `name: T\nentities:\n${many((n) => `  t${n}: { is: t${n + 1} }\n`, 1900)}  t1900: {}\nrelations:\n${many((n) => `  r${n}: { from: [t0, t1], to: t1900, says: "{source} ${'x'.repeat(200)} {target}" }\n`, 1900)}`,
  },
  'accepted: 99,000 ids in decisions on identity': {
    path: 'identity.yaml',
    text: `same:\n- { entities: [${many((n) => `${id(n)}, `, 99_000)}p], reason: r }\n`,
  },
  'accepted: 20,000 decisions on identity': {
    path: 'identity.yaml',
    text: `different:\n${many((n) => `- { entities: [${id(n)}, ${id(n + 1)}], reason: r }\n`)}`,
  },
  'accepted: a circle of 40,000 places': {
    path: 'all.yaml',
    text: `entities:\n${many((n) => `  ${id(n)}: { type: place, name: P, relations: [{ part-of: ${id(n + 1)} }] }\n`, 2000)}`,
  },
  'refused: aliases': { path: 'a.yaml', text: `a: &a b\nc: [${many(() => '*a, ')}]\n` },
  'refused: brackets within each other': { path: 'a.yaml', text: `a: ${'['.repeat(size - 100)}\n` },
  'refused: dashes within each other': { path: 'a.yaml', text: `a:\n  ${'- '.repeat(500_000)}\n` },
  'refused: a tab in each line': { path: 'a.yaml', text: many(() => 'a:\n\tb: c\n') },
  'refused: an open quote in each line': { path: 'a.yaml', text: `a:\n${many(() => '- "b\n')}` },
  'refused: two colons in each line': { path: 'a.yaml', text: `a:\n${many(() => '- b: c: d\n')}` },
  'refused: a lone return in each line': { path: 'a.yaml', text: many(() => 'a: b\r') },
  'refused: hidden characters': { path: 'a.yaml', text: `a: ${many(() => '\u200b')}\n` },
  'refused: one key again and again': {
    path: 'a.yaml',
    text: many(() => 'a: b\n', 1_999) + many(() => 'a: b\n', 170_000),
  },
  'refused: 30,000 keys': { path: 'a.yaml', text: many((n) => `k${n}: b\n`, 60_000) },
  'refused: 250,000 values': { path: 'a.yaml', text: `a: [${many(() => 'b, ')}]\n` },
  'refused: heaps of marks': { path: 'a.yaml', text: `a: b${many(() => '\u0301')}\n` },
  'refused: a million words of nothing': { path: 'a.yaml', text: many(() => 'a ') },
  'refused: half a list': { path: 'a.yaml', text: `a: [${many(() => '{ b: [c, ')}\n` },
}

const measure = `
  const { files } = await import(process.argv[1])
  const { compile } = await import(process.argv[3])
  const { path, text } = files[process.argv[2]]
  const ontology = { path: 'ontology.yaml', text: 'name: T\\nentities: { person: {}, group: {}, place: {} }\\nrelations: { knows: { symmetric: true, from: person, to: person }, leads: { from: person, to: group, "at-most": 1 }, part-of: { from: place, to: place, acyclic: true } }\\n' }
  const all = [ontology, { path, text }].filter((file, at) => at === 1 || path !== 'ontology.yaml')
  compile({ files: [ontology], diagnostics: [] })
  const began = process.cpuUsage()
  const { diagnostics, graph } = compile({ files: all, diagnostics: [] })
  const { user, system } = process.cpuUsage(began)
  const first = diagnostics.find(({ severity }) => severity === 'error')
  console.log([((user + system) / 1e6).toFixed(2), (process.resourceUsage().maxRSS / 1024).toFixed(0), (Buffer.byteLength(text) / 1024).toFixed(0), diagnostics.length, first?.code ?? '', graph.order].join('\\t'))
`

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log('CPU s\tMiB\tKiB\tfindings\tfirst error\tentities\tfile')
  const compile = new URL('../../dist/compile.js', import.meta.url).href
  for (const name of Object.keys(files).filter((one) => one.includes(process.argv[2] ?? ''))) {
    const words = ['--input-type=module', '-e', measure, import.meta.url, name, compile]
    const { stdout, stderr } = spawnSync(process.execPath, words, {
      encoding: 'utf8',
      timeout: 300_000,
    })
    console.log(`${stdout.trim() || stderr.slice(0, 300) || 'no end within 300 s'}\t${name}`)
  }
}
