import { compareText } from '../text/compare-text.ts'

/** One way in which the data folder says less than the file, or says it otherwise. */
export interface Remark {
  /** Kebab-case and permanent, such as `cut-texts`. */
  readonly kind: keyof typeof remarkTexts
  readonly count: number
  /** What happened, as a clause. */
  readonly what: string
  /** Where it first happened: the key of a node, a row, the name of a property. */
  readonly example: string
  /** Where else it happened, up to a hundred in all. */
  readonly others: readonly string[]
}

const mostExamples = 100

const remarkTexts = {
  'left-out-objects': 'objects were left out that are neither entities nor relations',
  'broken-lines': 'lines were left out that are no JSON',
  'left-out-markings': 'objects are marked with who may read them, which is left out',
  'left-out-values': 'values were left out that are no text, number or list of these',
  'left-out-graph-values': 'values of the graph itself were left out, but for its name',
  'left-out-looks': 'positions, sizes and colours were left out, since the viewer makes its own',
  'left-out-rows': 'rows were left out that lack an id, a source, a target or what they say',
  'unused-columns': 'columns were left out, since the mapping says nothing of them',
  'surplus-cells': 'cells were left out that are in no column, or in one that nothing is read from',
  'unclear-ends': 'rows were left out, since a name in them is that of several entities',
  'guessed-ends': 'names are those of several entities, and the one whose type fits was taken',
  'differing-tables': 'rows say otherwise than the table of claims, which holds',
  'missing-evidence': 'values came without their evidence, which the table of claims has',
  'rivals-in-notes': 'rival readings stand in notes, since it is not clear what they say',
  'left-out-rivals': 'rival readings were left out that lead nowhere or say the same',
  'revoked-ties': 'ties were left out that their makers have revoked',
  'ties-as-ends': 'references to ties were left out, since a tie cannot be an end of another',
  'loose-ends': 'ties were left out that lead to something not in the file',
  'unknown-speakers': 'speakers were left out that are not in the file',
  'invented-entities': 'entities were made of the ends of ties, since nothing else tells of them',
  'older-versions': 'objects gave way to a newer version of themselves',
  'repeated-keys': 'things were left out whose key another has already',
  'joined-ties': 'ties joined another that says the same',
  'merged-names': 'types and relations joined another that is written almost alike',
  'many-names': 'types, relations and attributes became one, since there are too many of them',
  'unnamed-entities': 'entities have no name and got their key for one',
  'joined-stints': 'edges stood for several stints, whose roles and evidence cannot be told apart',
  'values-in-notes': 'values of ties stand in notes, since relations have no attributes',
  'columns-in-notes': 'values stand in the notes of sources, which have no column of that name',
  'dates-in-notes': 'dates stand in notes, since they cannot be read or contradict an event',
  'cut-times': 'times of day were cut from dates',
  'read-dates': 'dates were read that are not written as EDTF',
  'numbers-as-text': 'numbers became text, because other values of the attribute are none',
  'dates-as-text': 'dates became text, because other values of the attribute cannot be read as one',
  'rounded-numbers': 'numbers were rounded to fifteen digits',
  'mended-texts': 'texts had characters that cannot be seen or are not allowed, and were mended',
  'cut-texts': 'texts were cut, being longer than a file may be',
  'left-out-citations': 'citations were left out whose source has no usable name',
  'left-out-addresses': 'addresses of sources were left out that are not http or https',
  'narrowed-decisions':
    'names in decisions on identity were left out, since the file has no such entity',
  'left-out-decisions': 'decisions on identity were left out that name entities not in the file',
  'deleted-by-hand': 'entities and sources stay away, since their files were deleted by hand',
  'unclear-types':
    'columns that seem to say the type were taken for values, since what stands there is no word or is another one each time',
  'left-out-types':
    'entities have more than one type or no word for one; what else stands there is a value',
  'unfit-values':
    'values were left out, or stand in notes, that are not among those that belong there',
  'unfit-entities':
    'new entities were left out, since the edited ontology has no such type; take it from .import/incoming/ontology.yaml and import again',
  'unfit-claims':
    'ties, attributes and dates were left out that the edited ontology does not allow; take what they need from .import/incoming/ontology.yaml and import again',
  'left-out-mentions':
    'ties, speakers, rivals, decisions and citations were left out that lead to what stays away',
  'left-out-places': 'citations lost their places, which a source that was edited does not have',
  'left-out-rules': 'sentences and marks of the ontology were left out that contradict it',
} as const

export interface ImportReport {
  readonly note: (kind: Remark['kind'], example: string, count?: number) => void
  /** In the order of the table. */
  readonly remarks: () => readonly Remark[]
}

export function openReport(): ImportReport {
  const found = new Map<Remark['kind'], { count: number; example: string; others: string[] }>()
  return {
    note: (kind, example, count = 1) => {
      if (count === 0) return
      const known = found.get(kind)
      if (known === undefined) {
        found.set(kind, { count, example, others: [] })
        return
      }
      known.count += count
      if (known.others.length < mostExamples - 1) known.others.push(example)
    },
    remarks: () => {
      const order = Object.keys(remarkTexts)
      return [...found]
        .map(([kind, told]) => ({ kind, ...told, what: remarkTexts[kind] }))
        .sort(
          (a, b) =>
            order.indexOf(a.kind) - order.indexOf(b.kind) || compareText(a.example, b.example),
        )
    },
  }
}
