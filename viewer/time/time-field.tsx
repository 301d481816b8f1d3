import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { later } from '../words/later-texts.ts'
import { texts } from '../words/texts.ts'
import type { Moment } from './moment.ts'
import { readTime, shortTime } from './time-text.ts'

interface TimeFieldProps {
  readonly moment: Moment
  readonly onTake: (moment: Moment) => void
}

/** The time as a text to write: `2011-05`, or a range. While two times are compared, each has its field. */
export function TimeField({ moment, onTake }: TimeFieldProps) {
  const { time, compare } = moment
  return (
    <>
      {compare !== null && (
        <DateInput
          label={later.timeHandles.compare}
          text={shortTime({ from: compare, to: compare })}
          onTake={(days) =>
            onTake({ ...moment, compare: days && Number.isFinite(days.from) ? days.from : null })
          }
        />
      )}
      <DateInput
        label={texts.whenTitle}
        text={textOf(time)}
        onTake={(days) => onTake({ time: days, compare: days && compare })}
      />
    </>
  )
}

function textOf(time: Moment['time']): string {
  return time ? shortTime(time) : ''
}

interface DateInputProps {
  readonly label: string
  readonly text: string
  readonly onTake: (days: Moment['time']) => void
}

/** What is being written stays as it is until it is taken; then the field says what it means. */
function DateInput({ label, text, onTake }: DateInputProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const drop = () => {
    setDraft(null)
    setProblem('')
  }
  useEffect(() => {
    if (document.activeElement !== input.current) drop()
  }, [text])
  const take = () => {
    const reading = readTime(draft ?? text)
    if (!reading.ok) return setProblem(reading.message)
    drop()
    if (draft !== null && textOf(reading.time) !== text) onTake(reading.time)
  }
  return (
    <span class="time-field">
      <input
        ref={input}
        type="text"
        aria-label={label}
        aria-invalid={problem !== ''}
        aria-describedby={problem ? id : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={later.timePlaceholder}
        value={draft ?? text}
        onInput={({ currentTarget }) => setDraft(currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take()
          if (event.key !== 'Escape') return
          event.stopPropagation()
          drop()
        }}
      />
      {problem && (
        <span class="time-problem" id={id} role="alert">
          {problem}
        </span>
      )}
    </span>
  )
}
