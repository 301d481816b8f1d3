export interface WrappedLabel {
  readonly lines: readonly string[]
  readonly width: number
}

type Measure = (text: string) => number

const longestSingleLine = 110
const longestLine = 150

/** Breaks a name into two lines of about one length where it needs them; what is too long ends in an ellipsis. */
export function wrapLabel(text: string, measure: Measure): WrappedLabel {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const whole = words.join(' ')
  const lines = measure(whole) <= longestSingleLine ? [whole] : balanced(words, measure)
  const shown = lines.filter((line) => line !== '').map((line) => shorten(line, measure))
  return { lines: shown, width: Math.max(0, ...shown.map(measure)) }
}

function balanced(words: readonly string[], measure: Measure): string[] {
  let best = [words.join(' ')]
  let width = Infinity
  for (let at = 1; at < words.length; at++) {
    const lines = [words.slice(0, at).join(' '), words.slice(at).join(' ')]
    const widest = Math.max(...lines.map(measure))
    if (widest >= width) break
    best = lines
    width = widest
  }
  return width <= longestLine ? best : filled(words, measure)
}

/** Too much for two lines: the first takes what it can hold, and the second is cut. */
function filled(words: readonly string[], measure: Measure): string[] {
  let count = 1
  while (count < words.length && measure(words.slice(0, count + 1).join(' ')) <= longestLine)
    count++
  return [words.slice(0, count).join(' '), words.slice(count).join(' ')]
}

function shorten(line: string, measure: Measure): string {
  if (measure(line) <= longestLine) return line
  const letters = Array.from(line)
  let [short, long] = [0, letters.length]
  while (short < long) {
    const middle = (short + long + 1) >> 1
    if (measure(`${letters.slice(0, middle).join('')}…`) <= longestLine) short = middle
    else long = middle - 1
  }
  return `${letters.slice(0, short).join('').trimEnd()}…`
}
