import { formatColour } from '../../src/picture/colour.ts'
import { linePatterns, patternMeanings } from '../../src/picture/line-pattern.ts'
import { LineSample, Swatch } from '../parts/marks.tsx'
import {
  leaveFocus,
  setInferred,
  setMinConfidence,
  showEverything,
  showHiddenEntities,
} from '../state/changes.ts'
import { useViewer } from '../viewer.ts'
import { capital, counted } from '../words/text.ts'
import { confidenceLevels } from '../words/trust.ts'
import { EvidenceFilter } from './evidence-filter.tsx'
import { RelationFilter } from './relation-filter.tsx'
import { TimeLegend } from './time-legend.tsx'
import { TypeFilter } from './type-filter.tsx'

/** The legend, in which every entry is a switch. */
export function FiltersPanel() {
  const { visible, change } = useViewer()
  return (
    <>
      {!visible.value.whole && (
        <p class="filters-reset">
          <button type="button" class="button" onClick={() => change(showEverything)}>
            Show everything
          </button>
        </p>
      )}
      <PutAway />
      <TypeFilter />
      <RelationFilter />
      <EvidenceFilter />
      <Firmness />
      <TimeLegend />
      <Marks />
    </>
  )
}

function PutAway() {
  const { view, graph, change } = useViewer()
  const { hiddenEntities, focus } = view.value
  const centre = focus && graph.value?.hasNode(focus.around)
  return (
    <>
      {centre && (
        <p class="inline-notice">
          Only what lies within {counted(focus.hops, 'hop')} of{' '}
          <bdi>{graph.value?.getNodeAttribute(focus.around, 'label')}</bdi>.{' '}
          <button type="button" class="button" onClick={() => change(leaveFocus)}>
            Leave focus
          </button>
        </p>
      )}
      {hiddenEntities.length > 0 && (
        <p class="inline-notice">
          {counted(hiddenEntities.length, 'entity', 'entities')} put away.{' '}
          <button type="button" class="button" onClick={() => change(showHiddenEntities)}>
            Bring back
          </button>
        </p>
      )}
    </>
  )
}

function Firmness() {
  const { view, change } = useViewer()
  const { minConfidence, inferred } = view.value
  return (
    <fieldset class="filter-group">
      <legend>How firm</legend>
      <label class="select-row">
        <span>Confidence</span>
        <select
          value={minConfidence ?? ''}
          onChange={({ currentTarget: { value } }) =>
            change(
              setMinConfidence(confidenceLevels.find((confidence) => confidence === value) ?? null),
            )
          }
        >
          <option value="">Any</option>
          {confidenceLevels.slice(0, -1).map((confidence, index) => (
            <option key={confidence} value={confidence}>
              {index === 0 ? 'Confirmed only' : `${capital(confidence)} or better`}
            </option>
          ))}
        </select>
      </label>
      <label class="check-row">
        <input
          type="checkbox"
          checked={inferred}
          onChange={({ currentTarget }) => change(setInferred(currentTarget.checked))}
        />
        <span class="check-label">Inferred claims</span>
      </label>
    </fieldset>
  )
}

function Marks() {
  const { palette } = useViewer()
  if (palette.value === null) return null
  const ink = formatColour(palette.value.quietText)
  return (
    <section class="filter-group" aria-label="Marks">
      <h2>Marks</h2>
      <ul class="legend">
        {linePatterns.map((pattern) => (
          <li key={pattern}>
            <LineSample pattern={pattern} colour={ink} /> {patternMeanings[pattern]}
          </li>
        ))}
        <li>
          <Swatch shape="circle" colour={ink} hollow /> Sources withhold the name
        </li>
        <li>
          <Swatch shape="diamond" colour={ink} /> Something that happened
        </li>
        <li>
          <Swatch shape="square" colour={ink} /> Backdrop, not a link in a path
        </li>
        <li>
          <span class="times">×2</span> Several people not told apart
        </li>
      </ul>
    </section>
  )
}
