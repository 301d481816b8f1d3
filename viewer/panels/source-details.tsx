import type { SourceAttributes } from '../../src/graph/knowledge-graph.ts'
import { EntityLink } from '../parts/entity-link.tsx'
import { Icon } from '../parts/icons.tsx'
import { Circle } from '../parts/marks.tsx'
import { Shortened } from '../parts/shortened.tsx'
import { leaveSource, setSourceMode } from '../state/source-changes.ts'
import { type SourceMode, sourceModes } from '../state/view-state.ts'
import { useViewer } from '../viewer.ts'
import { claimMarks, doubtMarks } from '../words/claims.ts'
import { SourceFacts } from './citations.tsx'
import { CitingClaims } from './citing-claims.tsx'
import { PlaceInFiles } from './place-in-files.tsx'

interface SourceDetailsProps {
  readonly source: SourceAttributes
}

/** One source, and the claims that fall with it and that stay without it. */
export function SourceDetails({ source }: SourceDetailsProps) {
  const { support, change } = useViewer()
  const { title, note, file, line } = source
  return (
    <>
      <p>
        <button type="button" class="button" onClick={() => change(leaveSource)}>
          <Icon name="left" /> All sources
        </button>
      </p>
      <h2 class="name source-name" tabIndex={-1}>
        <bdi>{title}</bdi>
      </h2>
      <div class="source-facts">
        <SourceFacts source={source} />
        {note !== undefined && (
          <p class="note">
            <bdi>{note}</bdi>
          </p>
        )}
        <PlaceInFiles file={file} line={line} />
      </div>
      <Modes />
      {support.value && (
        <>
          <CitingClaims
            title="Falls with it"
            none="Every claim that cites it cites something else, too."
            width={4}
            claims={support.value.alone}
            marksOf={doubtMarks}
          >
            <Untold entities={[...support.value.untold]} />
          </CitingClaims>
          <CitingClaims
            title="Stays without it"
            none="No claim that cites it cites anything else."
            width={1.6}
            claims={support.value.shared}
            marksOf={claimMarks}
          />
        </>
      )}
    </>
  )
}

function Untold({ entities }: { readonly entities: readonly string[] }) {
  const graph = useViewer().graph.value
  if (entities.length === 0) return null
  if (entities.length === graph?.order) return <p class="untold">All that is said of anything.</p>
  return (
    <div class="untold">
      <Circle /> <span class="quiet">Nothing else is said of </span>
      <Shortened items={entities} most={12} words={['entity', 'entities']}>
        {(shown) =>
          shown.map((id, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <EntityLink id={id} />
            </span>
          ))
        }
      </Shortened>
    </div>
  )
}

const modes: Readonly<Record<SourceMode, { readonly title: string; readonly meaning: string }>> = {
  light: { title: 'Light it', meaning: 'What cites it shines.' },
  only: { title: 'Only it', meaning: 'Only claims that cite it are shown.' },
  without: { title: 'Without it', meaning: 'What rests on it alone is gone.' },
}

function Modes() {
  const { view, change } = useViewer()
  const mode = view.value.source?.mode ?? 'light'
  return (
    <fieldset class="modes" aria-label="In the picture">
      {sourceModes.map((name) => (
        <button
          type="button"
          key={name}
          class="mode"
          aria-pressed={name === mode}
          onClick={() => change(setSourceMode(name))}
        >
          {modes[name].title}
        </button>
      ))}
      <p class="quiet">{modes[mode].meaning}</p>
    </fieldset>
  )
}
