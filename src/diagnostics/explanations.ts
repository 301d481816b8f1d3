import type { Code } from './codes.ts'

/** What a code means and how to mend it: printed by `dossier explain`, and the text of docs/diagnostics.md. */
export interface Explanation {
  readonly family: string
  readonly meaning: string
  readonly mend: string
}

export const explanations = {
  'unreadable-file': {
    family: 'Files',
    meaning: 'The file or folder is there and the system does not let Dossier read it.',
    mend: 'Give yourself permission, or put the file itself in the place of a link. The graph lacks what it holds.',
  },
  'unfinished-change': {
    family: 'Files',
    meaning:
      'A `rename`, `merge`, `format`, `import` or `check --fix` was killed while it put changed files in their places.',
    mend: '`dossier check --fix` finishes it, as does any other command that changes files; or take the files back with git first.',
  },
  'ignored-file': {
    family: 'Files',
    meaning: 'A YAML file that is not read: a symbolic link, a pipe, or one that ends in `.yml`.',
    mend: 'Put the file itself there; rename `.yml` to `.yaml`; rename what is no data.',
  },
  'path-collision': {
    family: 'Files',
    meaning:
      'Two paths are the same where a disk does not tell case or accents apart, as on most laptops.',
    mend: 'Rename one of them; git would lose one there.',
  },
  'file-too-large': {
    family: 'Files',
    meaning: 'The file has more than 1 MiB.',
    mend: 'Split it. Many entities can share a file, but a file for each is easier to review.',
  },
  'not-utf8': {
    family: 'Files',
    meaning: 'The bytes are no UTF-8, so names would be damaged.',
    mend: 'Save the file as UTF-8 in your editor.',
  },
  'empty-file': {
    family: 'Files',
    meaning: 'Nothing but comments and blank lines.',
    mend: 'Write the entity, or delete the file.',
  },
  'misplaced-file': {
    family: 'Files',
    meaning:
      'A file lies where it means something else: a source outside `sources/`, an entity in it, an `ontology.yaml`, `identity.yaml` or `views.yaml` in a folder of its own.',
    mend: 'Move the file. A copy of a base within a base belongs outside of the data folder.',
  },
  'yaml-syntax': {
    family: 'YAML',
    meaning:
      'The file is no YAML: a quote or bracket never closed, a second `: ` in a line, a tab, a line indented too far, a conflict that git left.',
    mend: 'The message names the place. Put text with `: `, `#` or a leading `@`, `[`, `{`, `*`, `&` in quotes. The rest of the file is checked once it can be read.',
  },
  'unsupported-yaml': {
    family: 'YAML',
    meaning:
      'Valid YAML that Dossier leaves out: anchors, aliases, tags, merge keys, directives, several documents, `? ` keys; nesting deeper than 32 levels, more than 2,000 keys in a map or 200,000 values in a file, more than 30 accents on a letter.',
    mend: 'Write the values out: the short forms would hide what a file says from those who review it. Split what is too large.',
  },
  'duplicate-key': {
    family: 'YAML',
    meaning: 'A key stands twice in one map, so that one of its values would be lost.',
    mend: 'Keep one, or make its value a list.',
  },
  'hidden-character': {
    family: 'YAML',
    meaning:
      'A character that nobody sees: a control, a bidirectional mark, a zero-width space, a blank letter, a no-break space outside quotes, a return without a line feed.',
    mend: 'Delete it. Such characters come in by copying from web pages and PDFs.',
  },
  'swallowed-text': {
    family: 'YAML',
    meaning:
      'A ` #` in an unquoted value begins a comment, so the rest of the value is lost: the place in `cite: report #p3`, the number in `Facilitator #1`.',
    mend: 'Remove the space before the `#`, or put the value in quotes. A comment that is meant as one has a space after its `#`.',
  },
  'list-as-text': {
    family: 'YAML',
    meaning:
      'Lines that begin like the items of a list and are read as one text: with `-` and no space, with another dash, with a bullet.',
    mend: 'Write `- ` before each item. If it is one text, put it in quotes.',
  },
  'not-nfc': {
    family: 'YAML',
    meaning:
      'A letter and its accent are two characters (`e` and U+0301) that Unicode has as one (`é`), as file names of Macs and copies from PDFs have them. Dossier itself finds such names; editors, git and spreadsheets do not.',
    mend: 'Type the text again, or convert the file to Unicode normalization form C (NFC).',
  },
  'garbled-text': {
    family: 'YAML',
    meaning:
      'Text that a program has spoilt on its way: UTF-8 read as Windows-1252 or Windows-1251 and saved so (`Ã³` for `ó`, `â€™` for an apostrophe), a letter that was lost (`�`), the single sign `ﬁ` of a PDF for the letters `fi`. Nobody finds such a name.',
    mend: 'Type it again, or copy it again from where it is right.',
  },
  'pasted-markup': {
    family: 'YAML',
    meaning:
      'HTML in a text, from the source of a web page, a feed or a spreadsheet: `&amp;` for `&`, `</b>`, `<br>`. Here it is letters like any other.',
    mend: 'Type the letter that is meant; delete tags.',
  },
  'unknown-key': {
    family: 'Shape',
    meaning: 'A key that has no meaning there, often misspelt.',
    mend: 'Take the one that is suggested. What is not understood is not silently kept.',
  },
  'missing-key': {
    family: 'Shape',
    meaning: 'A key without which the thing says nothing, or that the ontology requires.',
    mend: 'Add it as in the example of the message.',
  },
  'wrong-value': {
    family: 'Shape',
    meaning: 'The value is not of the kind that the key or the attribute takes.',
    mend: 'The message says what should stand there. Dates like `[2011..2012]` need quotes.',
  },
  'bad-id': {
    family: 'Shape',
    meaning: 'An id is not kebab-case ASCII.',
    mend: 'Rename the file or the key as suggested, and write the name with all its letters under `name`.',
  },
  'repeated-item': {
    family: 'Shape',
    meaning:
      'A list has the same twice: a citation, an alias (also one that is the name), a speaker, a type. Often the second was copied to be changed.',
    mend: 'Delete it, or write what was meant. A warning.',
  },
  'duplicate-id': {
    family: 'Names',
    meaning: 'Two entities or sources have the same id.',
    mend: 'Rename one, or join them in one file. The first in order of path counts until then.',
  },
  'broken-reference': {
    family: 'Names',
    meaning: 'An id that leads to no entity.',
    mend: 'Take the suggested one, or add the entity. A file that cannot be read breaks no reference.',
  },
  'unknown-type': {
    family: 'Names',
    meaning: 'The ontology has no such entity type.',
    mend: 'Take the suggested one, or declare it in `ontology.yaml`.',
  },
  'unknown-relation': {
    family: 'Names',
    meaning: 'The ontology has no relation or inverse of this name.',
    mend: 'Take the suggested one, or declare it in `ontology.yaml`.',
  },
  'unknown-attribute': {
    family: 'Names',
    meaning: "The entity's type has no such attribute.",
    mend: 'Take the suggested one, or declare it for the type in `ontology.yaml`.',
  },
  'alias-collision': {
    family: 'Names',
    meaning: 'Two entities of related types bear the same name or alias.',
    mend: 'Join the two if they are one. If not, write `different` (or `undecided`) in identity.yaml with the reason.',
  },
  'possible-duplicate': {
    family: 'Names',
    meaning:
      'Two names sound alike in common transliterations, or differ by one letter: one more, one less, another, or one that has moved. A name is told once, with those before it that it meets; of a very common name twenty are compared.',
    mend: 'Join the two if they are one. If not, write `different` (or `undecided`) in identity.yaml with the reason.',
  },
  'contradicts-identity': {
    family: 'Names',
    meaning:
      'identity.yaml gives two verdicts on the same two entities, itself or by way of a third that is the same as either.',
    mend: 'Keep the one that holds.',
  },
  'mixed-script': {
    family: 'Names',
    meaning:
      'A word of a name has letters of two scripts that look alike, such as a Cyrillic а among Latin letters.',
    mend: 'Type the word again in one script. It often comes in by copying.',
  },
  'abstract-type': {
    family: 'Meaning',
    meaning: 'The type only groups others.',
    mend: 'Choose one of the types below it.',
  },
  'undated-type': {
    family: 'Meaning',
    meaning: 'An entity has `when`, and its type is not dated.',
    mend: 'Date its attributes and relations, or declare the type `dated: true`.',
  },
  'wrong-domain': {
    family: 'Meaning',
    meaning: 'The relation does not run from entities of this type.',
    mend: 'Choose another relation, turn it round with its inverse, or widen `from`.',
  },
  'wrong-range': {
    family: 'Meaning',
    meaning: 'The relation does not run to entities of this type.',
    mend: 'Choose another relation, mend the target, or widen `to`.',
  },
  cycle: {
    family: 'Meaning',
    meaning: 'An acyclic relation leads back to where it began.',
    mend: 'Remove one of the relations that the message lists.',
  },
  'too-many': {
    family: 'Meaning',
    meaning:
      'More of these relations at one time than `at-most` allows. Only what certainly overlaps counts.',
    mend: 'Date them, or write one as a rival of the other.',
  },
  'conflicting-ends': {
    family: 'Meaning',
    meaning: 'A relation is written at both ends, and they differ in date, role or confidence.',
    mend: 'Make them the same, or delete one. Two dates at the two ends that share no time are two stints and no conflict.',
  },
  'duplicate-claim': {
    family: 'Meaning',
    meaning:
      'The same relation, date and role twice in one file; or the same value of an attribute, with the same date, speaker and confidence.',
    mend: 'Keep one and give it the citations of both.',
  },
  'self-relation': {
    family: 'Meaning',
    meaning: 'A relation ties an entity to itself.',
    mend: 'Name the entity that is meant, or remove it. A warning.',
  },
  'pointless-rival': {
    family: 'Meaning',
    meaning: 'A rival reading has the value, target and date of its claim, and denies nothing.',
    mend: 'Add its citation to the claim, or write what differs.',
  },
  'bad-date': {
    family: 'Time',
    meaning: 'The text is no EDTF date, or names a day that the calendar does not have.',
    mend: 'Take the suggested one. See the dates in docs/data-format.md.',
  },
  'reversed-interval': {
    family: 'Time',
    meaning: 'The interval ends before it begins.',
    mend: 'Write the earlier date first.',
  },
  'before-start': {
    family: 'Time',
    meaning: 'Someone whom an event has begun (`begins: target`) is tied to something earlier.',
    mend: 'Mend one of the dates. Only what is certainly earlier is reported.',
  },
  'after-end': {
    family: 'Time',
    meaning: 'Someone whom an event has ended (`ends: target`) takes part in a later one.',
    mend: 'Mend one of the dates. Only what is certainly later is reported.',
  },
  'outside-event': {
    family: 'Time',
    meaning: 'A part in an event has a `when` of its own that shares no day with the event.',
    mend: 'Mend one of the dates. Without `when` the part has the date of the event.',
  },
  'uncited-claim': {
    family: 'Evidence',
    meaning: 'A claim, or a rival of one, without a citation.',
    mend: 'Add `cite`, at the claim or once for the entity. A warning; `--strict` makes it an error.',
  },
  'unknown-source': {
    family: 'Evidence',
    meaning: 'A citation names a source that is not there.',
    mend: 'Take the suggested one, or add `sources/<id>.yaml`.',
  },
  'unknown-locator': {
    family: 'Evidence',
    meaning: 'The source has no such place.',
    mend: "Mend the locator, or the source's `paragraphs`, `pages`, `timecode` or `sections`.",
  },
  'unused-source': {
    family: 'Evidence',
    meaning: 'Nothing cites this source.',
    mend: 'Cite it or delete the file. A warning.',
  },
  'duplicate-source': {
    family: 'Evidence',
    meaning:
      'Two sources have one address (of the document or of its archive copy), or title, publisher, author and date in common and no two addresses. What one document says then looks as if two had said it.',
    mend: 'Cite one of them and delete the other; or allow it with the reason. A warning.',
  },
  'long-quote': {
    family: 'Evidence',
    meaning: 'A quote of more than 25 words.',
    mend: 'Shorten it; the rest belongs in your own words. A warning.',
  },
  'unused-allowance': {
    family: 'Check',
    meaning: 'A file has `allow: { some-code: "the reason" }`, and no warning of that code.',
    mend: 'Remove the line. Errors cannot be allowed; they must be mended.',
  },
  'ontology-missing': {
    family: 'Ontology',
    meaning: 'There is no `ontology.yaml` in the data folder.',
    mend: 'Write one: docs/data-format.md shows how.',
  },
  'ontology-unknown-type': {
    family: 'Ontology',
    meaning: '`is`, `from` or `to` names a type that is not declared.',
    mend: 'Take the suggested one, or declare it.',
  },
  'ontology-cycle': {
    family: 'Ontology',
    meaning: 'A type is its own ancestor.',
    mend: 'Remove one `is`.',
  },
  'ontology-name-taken': {
    family: 'Ontology',
    meaning: 'A relation or inverse has a name that another one bears.',
    mend: 'Choose another name.',
  },
  'ontology-bad-sentence': {
    family: 'Ontology',
    meaning: 'A `says` lacks an end, or names something that is none.',
    mend: 'Use `{source}` and `{target}`, both.',
  },
  'ontology-symmetric-inverse': {
    family: 'Ontology',
    meaning: 'A relation is `symmetric` and has an `inverse`.',
    mend: 'Remove one of the two.',
  },
} as const satisfies Record<Code, Explanation>
