import type { StatusDiagnostic } from '../../src/server/status.ts'
import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'
import { problemCounts } from '../words/problem-counts.ts'
import { texts } from '../words/texts.ts'
import { Place } from './place-in-files.tsx'

/** What the checker says about the files, each problem at its place. */
export function DiagnosticsPanel() {
  const status = useViewer().base.status.value
  if (status === null) return <p class="quiet">{later.filesUnknown}</p>
  const { errors, warnings, diagnostics, stale } = status
  const total = errors + warnings
  return (
    <>
      <p class="kicker">{texts.diagnostics}</p>
      <h2 class="name" tabIndex={-1}>
        {total === 0 ? later.filesInOrder : problemCounts(status)}
      </h2>
      {stale && <p class="inline-notice">{later.lastWithoutErrors}</p>}
      {!stale && errors > 0 && <p class="inline-notice">{later.notWhole}</p>}
      <ol class="diagnostics">
        {diagnostics.map((diagnostic) => (
          <Diagnostic
            key={`${diagnostic.file}:${diagnostic.line}:${diagnostic.column} ${diagnostic.code} ${diagnostic.message}`}
            diagnostic={diagnostic}
          />
        ))}
      </ol>
      {diagnostics.length < total && (
        <p class="quiet">{later.moreDiagnostics(total - diagnostics.length)}</p>
      )}
    </>
  )
}

function Diagnostic({ diagnostic }: { readonly diagnostic: StatusDiagnostic }) {
  const { code, severity, message, file, line, column, source, mark, notes } = diagnostic
  const [from, to] = [mark[0] - 1, mark[1] - 1]
  return (
    <li class={`diagnostic is-${severity}`}>
      <p class="diagnostic-head">
        <span class="severity">{later.severities[severity]}</span> <span class="code">{code}</span>
      </p>
      <p>
        <bdi>{message}</bdi>
      </p>
      <p class="quiet">
        <Place file={file} line={line} column={column} />
      </p>
      <pre class="source-line">
        <span class="line-number">{line}</span>
        <bdi>
          {source.slice(0, from)}
          <mark>{source.slice(from, to) || ' '}</mark>
          {source.slice(to)}
        </bdi>
      </pre>
      {notes.map((note) => (
        <p class="diagnostic-note quiet" key={`${note.file}:${note.line} ${note.message}`}>
          <bdi>{note.message}</bdi>
          {note.file !== undefined && (
            <span class="code selectable">
              {' '}
              {note.file}
              {note.line !== undefined && `:${note.line}`}
            </span>
          )}
        </p>
      ))}
    </li>
  )
}
