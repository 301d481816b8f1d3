import { panelNames, panels } from '../panels/panels.ts'
import { Icon } from '../parts/icons.tsx'
import { setLeft, setRight, setSheet } from '../state/changes.ts'
import type { Panel } from '../state/open-panels.ts'
import type { LeftPanel, RightPanel } from '../state/view-state.ts'
import { useViewer } from '../viewer.ts'
import { texts } from '../words/texts.ts'

interface SidePanelProps {
  readonly panel: Panel
}

/** A panel with the tabs of its side. */
export function SidePanel({ panel }: SidePanelProps) {
  const { narrow } = useViewer()
  const { side, title, body: Body } = panels[panel]
  const open = useOpen()
  return (
    <section class={`panel is-${side}`} aria-label={title} id={`panel-${panel}`}>
      <div class="panel-head">
        {narrow.value ? (
          <span class="panel-title">{title}</span>
        ) : (
          <Tabs side={side} panel={panel} />
        )}
        <button
          type="button"
          class="icon-button"
          aria-label={texts.close(title)}
          onClick={() => {
            open(side, 'none')
            document.getElementById('picture')?.focus()
          }}
        >
          <Icon name="close" />
        </button>
      </div>
      <div class="panel-body" key={panel}>
        <Body />
      </div>
    </section>
  )
}

function Tabs({ side, panel }: { readonly side: 'left' | 'right'; readonly panel: Panel }) {
  const open = useOpen()
  return (
    <fieldset class="tabs" aria-label={side === 'left' ? texts.leftPanel : texts.rightPanel}>
      {useOffered()
        .filter((name) => panels[name].side === side)
        .map((name) => (
          <button
            type="button"
            key={name}
            class="tab"
            aria-pressed={name === panel}
            onClick={() => open(side, name)}
          >
            {panels[name].title}
          </button>
        ))}
    </fieldset>
  )
}

/** The edge of a wide window at which a closed panel waits. */
export function ClosedSide({ side }: { readonly side: 'left' | 'right' }) {
  const open = useOpen()
  return (
    <div class={`closed-side is-${side}`}>
      {useOffered()
        .filter((name) => panels[name].side === side)
        .map((name) => (
          <button
            type="button"
            key={name}
            class="icon-button"
            aria-label={texts.open(panels[name].title)}
            title={panels[name].title}
            onClick={() => open(side, name)}
          >
            <Icon name={panels[name].icon} />
          </button>
        ))}
    </div>
  )
}

/** At the bottom of a narrow window: each panel is one touch away, and the same touch closes it. */
export function SheetTabs({ shown }: { readonly shown: Panel | null }) {
  const { change } = useViewer()
  return (
    <nav class="sheet-tabs" aria-label={texts.panels}>
      {useOffered().map((name) => (
        <button
          type="button"
          key={name}
          class="sheet-tab"
          title={panels[name].title}
          aria-pressed={name === shown}
          onClick={() =>
            change(name === shown ? setSheet({}) : setSheet({ [panels[name].side]: name }))
          }
        >
          <Icon name={panels[name].icon} />
          <span>{panels[name].title}</span>
        </button>
      ))}
    </nav>
  )
}

/** Diagnostics only where the page knows the files, changes only while two times are compared. */
function useOffered(): Panel[] {
  const { base, view } = useViewer()
  const known = base.status.value !== null
  const compared = view.value.compare !== null
  return panelNames.filter(
    (name) => (name !== 'diagnostics' || known) && (name !== 'compare' || compared),
  )
}

function useOpen() {
  const { change, narrow } = useViewer()
  return (side: 'left' | 'right', panel: Panel | 'none') => {
    if (narrow.value) change(setSheet({ [side]: panel }))
    else if (side === 'left') change(setLeft(panel as LeftPanel))
    else change(setRight(panel as RightPanel))
  }
}
