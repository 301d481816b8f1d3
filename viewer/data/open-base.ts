import type { Base } from './base.ts'
import { followBase } from './live-base.ts'
import { stillBase } from './still-base.ts'
import { storedText } from './stored-text.ts'

/** A page that `dossier build` made says where its graph is; any other one was sent by `dossier serve`. */
export function openBase(): Base {
  const place = document.getElementById('graph')
  return place === null ? followBase() : stillBase(() => storedText(place))
}
