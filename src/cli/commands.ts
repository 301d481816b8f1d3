import { type Command, Option } from 'commander'
import {
  filterOptions,
  list,
  partOptions,
  projectOption,
  whole,
  wholeFromOne,
} from './filter-options.ts'

/**
 * What carries a command out: its words and its options, as `configure` declares them, and the whole command line. It is
 * loaded only when it is asked for.
 */
type Run = (words: readonly string[], options: never, program: Command) => Promise<void>

export interface CliCommand {
  readonly name: string
  /** The positional words, as commander writes them. */
  readonly args: string
  readonly summary: string
  readonly examples: readonly string[]
  /** It is about Dossier itself and reads no data. */
  readonly needsNoBase?: true
  readonly configure: (command: Command) => void
  readonly load: () => Promise<Run>
}

const json = (command: Command) => command.option('--json', 'print JSON for a script')

const onServer = (command: Command) =>
  command.option(
    '--on <address>',
    'ask a base on a server, such as bolt://localhost:7687, and not the files',
  )

/** Of commands that ask the base: `--json`, and where the base is. */
const asking = (command: Command) => onServer(json(command))

const refactoring = (command: Command) =>
  json(command).option(
    '--dry-run',
    'write nothing; print the change as a patch for "git apply" at the top of the repository',
  )

/** The one list of commands: the help, the docs and the tests read it. */
export const commands: readonly CliCommand[] = [
  {
    name: 'init',
    args: '[folder]',
    summary: 'start a knowledge base: a small ontology and an example to replace',
    examples: ['dossier init guilds', 'dossier init guilds --name "Guilds and their quarrels"'],
    needsNoBase: true,
    configure: (command) =>
      command.option(
        '--name <name>',
        'what the base is called; the name of the folder unless told',
      ),
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'check',
    args: '',
    summary: 'find every mistake in the data; exit code 1 when there are errors',
    examples: [
      'dossier check',
      'dossier check --watch',
      'dossier check --fix --dry-run',
      'dossier check --strict --max-warnings 20',
      'dossier check --format sarif > problems.sarif',
    ],
    configure: (command) =>
      json(command)
        .option('--watch', 'check again whenever a file is saved')
        .option('--fix', 'write into the files what can only be meant: check again after it')
        .option('--dry-run', 'with --fix: write nothing, print a patch for "git apply"')
        .option('--strict', 'count warnings as errors')
        .option('--max-warnings <n>', 'fail when there are more warnings', whole)
        .option('--no-cache', 'check again what the last check has seen, and keep nothing')
        .addOption(
          new Option('--format <format>', 'how to print')
            .choices(['pretty', 'json', 'github', 'sarif'])
            .default('pretty'),
        ),
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'explain',
    args: '[code]',
    summary: 'what a diagnostic means and how to mend it; without a code, the list of them',
    examples: ['dossier explain broken-reference', 'dossier explain'],
    needsNoBase: true,
    configure: (command) => json(command),
    load: async () => (await import('./explain.ts')).explain,
  },
  {
    name: 'completions',
    args: '<shell> [words...]',
    summary:
      'what makes a shell complete commands, options and the ids of a base: bash, zsh or fish',
    examples: [
      'eval "$(dossier completions bash)"    # in ~/.bashrc',
      'eval "$(dossier completions zsh)"     # in ~/.zshrc, after compinit',
      'dossier completions fish > ~/.config/fish/completions/dossier.fish',
      'dossier completions bash -- show ad   # what the shell asks for',
    ],
    needsNoBase: true,
    configure: () => undefined,
    load: async () => (await import('./completions.ts')).completions,
  },
  {
    name: 'serve',
    args: '',
    summary: 'show the graph in the browser, and every change as soon as a file is saved',
    examples: [
      'dossier serve',
      'dossier serve --port 8080 --open',
      'PORT=8080 dossier serve',
      'dossier serve --on bolt://localhost:7687',
      'DOSSIER_EDITOR="code -g {file}:{line}" dossier serve',
    ],
    configure: (command) =>
      onServer(command)
        .addOption(
          new Option('--port <port>', 'where to listen; the next free port when it is taken')
            .env('PORT')
            .argParser(whole),
        )
        .option(
          '--host <address>',
          'the IP address to listen at (127.0.0.1 unless told); beyond this machine with a token',
        )
        .option('--open', 'open the browser'),
    load: async () => (await import('./serve.ts')).serve,
  },
  {
    name: 'mcp',
    args: '',
    summary:
      'answer an AI assistant on stdin and stdout (Model Context Protocol), every answer with its evidence; docs/assistants.md tells how to set it up',
    examples: ['dossier mcp --data graph-data', 'dossier mcp --on bolt://localhost:7687'],
    configure: onServer,
    load: async () => (await import('./mcp.ts')).mcp,
  },
  {
    name: 'build',
    args: '',
    summary: 'publish the viewer with the graph: as a site for any web server, or as one file',
    examples: [
      'dossier build',
      'dossier build -o public --kind affiliation',
      'dossier build --single-file -o network.html',
      'dossier build --single-file --around ada --hops 2 -o ada.html',
    ],
    configure: (command) =>
      partOptions(command)
        .option(
          '-o, --output <path>',
          'the folder to write ("site" unless told); with --single-file the file ("site.html"), "-" is stdout',
        )
        .option('--single-file', 'one HTML file that opens from a disk and asks no network')
        .option(
          '--force',
          'write into a folder that holds other files, and over those of that name',
        ),
    load: async () => (await import('./build.ts')).build,
  },
  {
    name: 'export',
    args: '<format>',
    summary: 'write the graph for another program, a report or a slide',
    examples: [
      'dossier export gexf -o network.gexf',
      'dossier export json --kind affiliation | jq .nodes',
      'dossier export gexf --around ada --hops 2 -o ada.gexf --report',
      'dossier export gexf --type actor --project event -o met.gexf',
      'dossier export markdown --about ada -o ada.md',
      'dossier export csv -o tables/',
      'dossier export csv --table edges --raw | sqlite3 network.db ".import --csv /dev/stdin edges"',
      'dossier export turtle --base https://example.org/graph/ -o graph.ttl',
    ],
    configure: (command) =>
      partOptions(command)
        .option(
          '-o, --output <file>',
          'write to a file, or what is several files to a folder; "-" is stdout',
          '-',
        )
        .option('--static', 'gexf: without dates as a timeline, for very large graphs')
        .option('--lossless', 'gexf: keep parallel claims apart that Gephi would merge')
        .option('--about <entity>', 'markdown: the dossier of this entity alone')
        .option(
          '--table <table>',
          'csv: this table alone, such as claims; docs/import.md tells of all',
        )
        .option('--raw', 'csv: no apostrophe before what a spreadsheet would compute')
        .option(
          '--base <iri>',
          'turtle, trig, jsonld: what the IRIs of the data begin with (urn:dossier:NAME:)',
        )
        .addOption(
          new Option(
            '--report [style]',
            'say on stderr what the format could not hold; json is one line, the last',
          ).choices(['text', 'json']),
        ),
    load: async () => (await import('./export.ts')).exportGraph,
  },
  {
    name: 'import',
    args: '<format> <file...>',
    summary:
      "make a knowledge base of another program's file: gexf (Gephi), json (graphology), csv, stix or ftm (FollowTheMoney)",
    examples: [
      'dossier import gexf network.gexf -o network',
      'dossier import csv people.csv ties.csv -o people',
      'dossier import csv list.csv -o list --mapping columns.yaml',
      'dossier import csv tables/ -o again',
      'dossier import stix enterprise-attack.json -o attack',
      'dossier import ftm entities.ftm.json -o companies --dry-run',
    ],
    needsNoBase: true,
    configure: (command) =>
      json(command)
        .requiredOption(
          '-o, --output <folder>',
          'where to write: a new folder, or one that an import of this format has made',
        )
        .option('--mapping <file>', 'csv: what the columns mean; docs/import.md shows how')
        .option('--raw', 'csv: tables that "dossier export csv --raw" wrote')
        .option('--replace', 'also where most of what was imported before is gone')
        .option('--dry-run', 'write nothing; say what would be written'),
    load: async () => (await import('./import.ts')).importBase,
  },
  {
    name: 'path',
    args: '<from> <to>',
    summary: 'how two entities are connected, as cited sentences',
    examples: [
      'dossier path ada-lovelace charles-babbage',
      'dossier path "Ada Lovelace" babbage --all --max 3',
      'dossier path ada babbage --top 5 --weight confidence',
      'dossier path ada babbage --as-of 1843 --together --avoid place',
      'dossier path ada babbage --along "member-of/^member-of"',
      'dossier path ada babbage --project event',
      'dossier path ada babbage --format mermaid',
      'dossier path ada babbage --avoid knows --json',
      'dossier path ada babbage --on bolt://localhost:7687',
    ],
    configure: (command) =>
      filterOptions(
        asking(command)
          .option('--max <hops>', 'the longest path to look at (12, or 4 with --all)', whole)
          .option('--all', 'every path up to --max, not only the shortest')
          .option('--top <n>', 'so many of the best, and not only the shortest', wholeFromOne)
          .addOption(
            new Option(
              '--weight <weight>',
              'which paths are the best: those with the fewest hops, or with the least doubt',
            ).choices(['hops', 'confidence']),
          )
          .option(
            '--along <expression>',
            'the relations on the way, as in SPARQL: a/b then, a|b or, ^a backwards, a* a+ a? a{1,3}, !a any other',
          )
          .option('--together', 'only paths whose hops can all hold at one time')
          .option('--via <names>', 'relations, types or entities that must lie on the path', list)
          .option('--avoid <names>', 'relations, types or entities that must not', list)
          .option(
            '--through <types>',
            'types to go through although the ontology says no, such as place',
            list,
          )
          .option(...projectOption)
          .option('--directed', 'follow relations from source to target only')
          .addOption(
            new Option(
              '--format <format>',
              'sentences to read, a report, a picture, a table, or a file for Gephi',
            ).choices(['text', 'markdown', 'mermaid', 'dot', 'gexf', 'csv']),
          ),
      ),
    load: async () => (await import('./path.ts')).path,
  },
  {
    name: 'show',
    args: '<entity>',
    summary:
      'all that is said about an entity, or about one relation by its key, with the evidence',
    examples: [
      'dossier show ada-lovelace',
      'dossier show "Ada Lovelace"',
      'dossier show ada--knows--babbage --json',
    ],
    configure: asking,
    load: async () => (await import('./show.ts')).show,
  },
  {
    name: 'find',
    args: '<text...>',
    summary: 'find entities by name, alias, id or summary, whatever the spelling',
    examples: [
      'dossier find lovelace',
      'dossier find al-kaida',
      'dossier find analytical engine --json',
    ],
    configure: (command) =>
      asking(command).option('--limit <n>', 'at most so many', wholeFromOne, 20),
    load: async () => (await import('./find.ts')).find,
  },
  {
    name: 'neighbours',
    args: '<entity>',
    summary: 'the entities that claims tie to one, by relation or in order of time',
    examples: [
      'dossier neighbours ada',
      'dossier neighbours ada --relation knows,taught',
      'dossier neighbours ada --type person --by time --as-of 1843',
      'dossier neighbours ada --limit 10 --after relation/knows/0.5/ada--knows--babbage',
    ],
    configure: (command) =>
      filterOptions(
        asking(command)
          .addOption(
            new Option('--by <order>', 'in which order')
              .choices(['relation', 'time'])
              .default('relation'),
          )
          .option(
            '--limit <n>',
            'at most so many claims; the answer says how to see more',
            wholeFromOne,
          )
          .option('--after <place>', 'go on where the answer before this one ended'),
      ),
    load: async () => (await import('./neighbours.ts')).listNeighbours,
  },
  {
    name: 'common',
    args: '<first> <second>',
    summary: 'what two entities share, with the claims that tie each of them to it',
    examples: [
      'dossier common ada babbage',
      'dossier common "Ada Lovelace" babbage --type event,place',
      'dossier common ada babbage --direct --json',
    ],
    configure: (command) =>
      filterOptions(
        asking(command)
          .option('--direct', 'leave out what they share only through events')
          .option('--limit <n>', 'at most so many shared entities; 1000 unless told', wholeFromOne),
      ),
    load: async () => (await import('./common.ts')).listCommon,
  },
  {
    name: 'between',
    args: '',
    summary: 'who connects the others: the entities on most of the shortest chains',
    examples: [
      'dossier between --type person --top 20',
      'dossier between --among person,group --kind affiliation',
      'dossier between --as-of 1843 --no-inferred --json',
      'dossier between --type person --project event',
    ],
    configure: (command) =>
      filterOptions(
        asking(command)
          .option('--top <n>', 'at most so many, the first', wholeFromOne, 10)
          .option('--among <types>', 'chains are made of entities of these types alone', list)
          .option(
            '--through <types>',
            'types to go through although the ontology says no, such as place',
            list,
          )
          .option(...projectOption)
          .option('--exact', 'no estimate, however large the base and long the wait'),
        'rank entities of these types; chains run over the others too',
      ),
    load: async () => (await import('./between.ts')).rankBetween,
  },
  {
    name: 'groups',
    args: '',
    summary: 'which entities belong together, named by their most central members',
    examples: [
      'dossier groups',
      'dossier groups --type actor --kind affiliation,alliance',
      'dossier groups --by component --json',
    ],
    configure: (command) =>
      partOptions(
        asking(command)
          .addOption(
            new Option(
              '--by <kind>',
              'community: more ties inside than to the rest; component: nothing ties it to the rest',
            )
              .choices(['community', 'component'])
              .default('community'),
          )
          .option('--limit <n>', 'at most so many groups, the largest', wholeFromOne, 10)
          .option('--exact', 'every entity, however large the base and long the wait'),
      ),
    load: async () => (await import('./groups.ts')).listGroups,
  },
  {
    name: 'timeline',
    args: '<entity>',
    summary: 'what is dated about an entity in order of time, and what is undated',
    examples: [
      'dossier timeline ada',
      'dossier timeline ada --from 1840 --to 1843',
      'dossier timeline ada --type event --json',
    ],
    configure: (command) =>
      filterOptions(
        asking(command).option(
          '--limit <n>',
          'at most so many dated claims, the earliest; 1000 unless told',
          wholeFromOne,
        ),
      ),
    load: async () => (await import('./timeline.ts')).tellTimeline,
  },
  {
    name: 'stats',
    args: '',
    summary: 'how much there is of what, and how well it is founded',
    examples: ['dossier stats', 'dossier stats --kind affiliation --json'],
    configure: (command) => partOptions(asking(command)),
    load: async () => (await import('./stats.ts')).stats,
  },
  {
    name: 'diff',
    args: '[revision] [other]',
    summary:
      'what a change in git does to the graph: from a revision to the files, or to another revision',
    examples: [
      'dossier diff',
      'dossier diff HEAD~3',
      'dossier diff v1.0 v1.1 --format markdown > changes.md',
    ],
    configure: (command) =>
      json(command).addOption(
        new Option('--format <format>', 'how to print')
          .choices(['text', 'markdown'])
          .default('text'),
      ),
    load: async () => (await import('./diff.ts')).diff,
  },
  {
    name: 'push',
    args: '<address>',
    summary: 'load what has changed into a graph database, where "--on" asks it',
    examples: [
      'dossier push bolt://localhost:7687',
      'dossier push bolt://localhost:7687 --dry-run',
      'dossier push "neo4j+s://graph.example.org/research?base=history"',
      'dossier push gremlin://localhost:8182',
    ],
    configure: (command) =>
      json(command).option('--dry-run', 'write nothing; count what would be written'),
    load: async () => (await import('./push.ts')).pushBase,
  },
  {
    name: 'pull',
    args: '<address>',
    summary: 'write the files of a base in a graph database into a new folder',
    examples: ['dossier pull bolt://localhost:7687 -o history'],
    needsNoBase: true,
    configure: (command) =>
      command.requiredOption('-o, --output <folder>', 'the new folder to write the base to'),
    load: async () => (await import('./pull.ts')).pullBase,
  },
  {
    name: 'rename',
    args: '<old> <new>',
    summary: 'give an entity or a source another id, in every file that mentions it',
    examples: ['dossier rename ada ada-lovelace', 'dossier rename ada ada-lovelace --dry-run'],
    configure: refactoring,
    load: async () => (await import('./rename.ts')).rename,
  },
  {
    name: 'merge',
    args: '<first> <into> [second]',
    summary: 'make one of two entities: claims, names and mentions of the first go to the second',
    examples: [
      'dossier merge ada-2 into ada',
      'dossier merge ada-2 into ada --reason "Both were born in London in 1815."',
      'dossier merge ada-2 into ada --dry-run',
    ],
    configure: (command) =>
      refactoring(command).option('--reason <text>', 'why they are one, kept in identity.yaml'),
    load: async () => (await import('./merge.ts')).merge,
  },
  {
    name: 'format',
    args: '[files...]',
    summary: 'lay the files out alike: keys in order, quotes where needed, every comment kept',
    examples: [
      'dossier format',
      'dossier format people/ada-lovelace.yaml --dry-run',
      'dossier format --check',
      'dossier format - --as sources/report.yaml < report.yaml',
    ],
    configure: (command) =>
      refactoring(command)
        .option('--check', 'write nothing; list the files that are not formatted, with exit code 1')
        .option(
          '--as <path>',
          'with "-": the file whose text comes in; it tells a source from an entity',
        ),
    load: async () => (await import('./format.ts')).format,
  },
  {
    name: 'schema',
    args: '[kind]',
    summary:
      'write JSON Schemas of this base, with which an editor completes, explains and checks while you type',
    examples: [
      'dossier schema --vscode',
      'dossier schema -o schemas',
      'dossier schema entity > entity.json',
    ],
    configure: (command) =>
      command
        .option('-o, --output <folder>', 'where to write; .schema in the data folder unless told')
        .option('--vscode', 'add the schemas to .vscode/settings.json'),
    load: async () => (await import('./schema.ts')).schema,
  },
  {
    name: 'types',
    args: '',
    summary:
      'write the ids, types and relations of this base as TypeScript, so that an editor finds what a script misspells',
    examples: ['dossier types -o names.ts', 'dossier types --no-ids > names.d.ts'],
    configure: (command) =>
      command
        .option('-o, --output <file>', 'write to a file; "-" is stdout', '-')
        .option('--no-ids', 'let any text be an id: for very large bases'),
    load: async () => (await import('./types.ts')).types,
  },
  {
    name: 'lsp',
    args: '',
    summary:
      'serve an editor: problems while you type, what a name means, who mentions it, renaming and fixes',
    examples: ['dossier lsp', 'dossier lsp --data ~/guilds'],
    configure: (command) =>
      command.option(
        '--stdio',
        'talk on stdin and stdout, as it always does; some editors ask for it',
      ),
    load: async () => (await import('./lsp.ts')).lsp,
  },
]
