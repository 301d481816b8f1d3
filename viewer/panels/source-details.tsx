import type { SourceAttributes } from '../../src/graph/knowledge-graph.ts'
import { EntityLink } from '../parts/entity-link.tsx'
import { Icon } from '../parts/icons.tsx'
import { Circle } from '../parts/marks.tsx'
import { Shortened } from '../parts/shortened.tsx'
import { leaveSource, setSourceMode } from '../state/source-changes.ts'
import { sourceModes } from '../state/view-state.ts'
import { useViewer } from '../viewer.ts'
import { claimMarks, doubtMarks } from '../words/claims.ts'
import { later } from '../words/later-texts.ts'
import { texts } from '../words/texts.ts'
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
          <Icon name="left" /> {later.allSources}
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
            title={later.fallsWithIt}
            none={later.noneFalls}
            width={4}
            claims={support.value.alone}
            marksOf={doubtMarks}
          >
            <Untold entities={[...support.value.untold]} />
          </CitingClaims>
          <CitingClaims
            title={later.staysWithoutIt}
            none={later.noneStays}
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
  if (entities.length === graph?.order) return <p class="untold">{later.allThatIsSaid}</p>
  return (
    <div class="untold">
      <Circle /> <span class="quiet">{later.nothingElseSaid}</span>
      <Shortened items={entities} most={12} counted={texts.entities}>
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

function Modes() {
  const { view, change } = useViewer()
  const mode = view.value.source?.mode ?? 'light'
  return (
    <fieldset class="modes" aria-label={later.inThePicture}>
      {sourceModes.map((name) => (
        <button
          type="button"
          key={name}
          class="mode"
          aria-pressed={name === mode}
          onClick={() => change(setSourceMode(name))}
        >
          {later.sourceModes[name].title}
        </button>
      ))}
      <p class="quiet">{later.sourceModes[mode].meaning}</p>
    </fieldset>
  )
}
