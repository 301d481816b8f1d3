import type { AskedEngine } from '../engines/asked-engine.ts'
import { type AnswerQuestion, onPaths } from './answer-question.ts'
import { aroundOn } from './around-on.ts'
import type { PathsQuestion } from './graph-question.ts'
import { groupsOn, overviewOn } from './overview-on.ts'
import { partOn } from './part-on.ts'

/** Answers of a base on a server as it is now: the same as those of the same base in files. */
export function engineAnswerer(base: () => AskedEngine): AnswerQuestion {
  const overview = keptAnswer(overviewOn)
  const groups = keptAnswer(groupsOn)
  return async (question, signal) => {
    const asked = base()
    const { version } = asked.facts
    switch (question.kind) {
      case 'overview':
        return overview(asked)
      case 'groups':
        return groups(asked)
      case 'part':
        return partOn(asked, question.ids)
      case 'around':
        return JSON.stringify({ version, ...(await aroundOn(asked.engine, question)) })
      case 'paths':
        return JSON.stringify({ version, ...(await pathsOf(asked, question, signal)) })
      case 'find':
        return JSON.stringify({
          version,
          ...(await asked.find(question.text, question.most, signal)),
        })
      default:
        return question satisfies never
    }
  }
}

function pathsOf(base: AskedEngine, question: PathsQuestion, signal: AbortSignal | undefined) {
  return base.asking()((graph) => onPaths(graph, question), signal && { signal })
}

/** What takes long to make and is the same for everybody is made once for each version, unless making it failed. */
function keptAnswer(
  make: (base: AskedEngine) => Promise<object>,
): (base: AskedEngine) => Promise<string> {
  let kept: { readonly base: AskedEngine; readonly text: Promise<string> } | undefined
  return (base) => {
    if (kept?.base !== base) {
      const text = make(base).then(JSON.stringify)
      const now = { base, text }
      kept = now
      text.catch(() => {
        if (kept === now) kept = undefined
      })
    }
    return kept.text
  }
}
