import { formatColour } from '../../src/picture/colour.ts'
import { mostCurves } from '../../src/picture/line-ink.ts'
import { linePatterns } from '../../src/picture/line-pattern.ts'
import { LineSample, Swatch } from '../parts/marks.tsx'
import {
  leaveFocus,
  setInferred,
  setMinConfidence,
  showEverything,
  showHiddenEntities,
} from '../state/changes.ts'
import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'
import { capital } from '../words/text.ts'
import { texts } from '../words/texts.ts'
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
      <PutAway />
      <TypeFilter />
      <RelationFilter />
      <EvidenceFilter />
      <Firmness />
      <TimeLegend />
      <Marks />
      {!visible.value.whole && (
        <p>
          <button type="button" class="button" onClick={() => change(showEverything)}>
            {texts.showEverything}
          </button>
        </p>
      )}
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
          {later.focusedOn(
            focus.hops,
            <bdi>{graph.value?.getNodeAttribute(focus.around, 'label')}</bdi>,
          )}{' '}
          <button type="button" class="button" onClick={() => change(leaveFocus)}>
            {later.leaveFocus}
          </button>
        </p>
      )}
      {hiddenEntities.length > 0 && (
        <p class="inline-notice">
          {later.putAway(hiddenEntities.length)}{' '}
          <button type="button" class="button" onClick={() => change(showHiddenEntities)}>
            {later.bringBack}
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
      <legend>{later.howFirm}</legend>
      <label class="select-row">
        <span>{texts.confidence}</span>
        <select
          value={minConfidence ?? ''}
          onChange={({ currentTarget: { value } }) =>
            change(
              setMinConfidence(confidenceLevels.find((confidence) => confidence === value) ?? null),
            )
          }
        >
          <option value="">{later.any}</option>
          {confidenceLevels.slice(0, -1).map((confidence, index) => (
            <option key={confidence} value={confidence}>
              {index === 0
                ? later.confirmedOnly
                : later.orBetter(capital(texts.confidences[confidence]))}
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
        <span class="check-label">{later.inferredClaims}</span>
      </label>
    </fieldset>
  )
}

function Marks() {
  const { graph, palette } = useViewer()
  if (palette.value === null) return null
  const ink = formatColour(palette.value.quietText)
  const isCrowded = graph.value !== null && graph.value.size > mostCurves
  return (
    <section class="filter-group" aria-label={later.marks}>
      <h2>{later.marks}</h2>
      <ul class="legend">
        {linePatterns.map((pattern) => (
          <li key={pattern}>
            <LineSample pattern={pattern} colour={ink} /> {later.patternMeanings[pattern]}
          </li>
        ))}
        {isCrowded && (
          <li>
            <span class="faint">
              <LineSample pattern="solid" colour={ink} />
            </span>{' '}
            {later.longLine}
          </li>
        )}
        <li>
          <Swatch shape="circle" colour={ink} hollow /> {later.nameWithheldMark}
        </li>
        <li>
          <Swatch shape="diamond" colour={ink} /> {later.happened}
        </li>
        <li>
          <Swatch shape="square" colour={ink} /> {later.backdrop}
        </li>
        <li>
          <span class="times">×2</span> {later.severalPeople}
        </li>
      </ul>
    </section>
  )
}
