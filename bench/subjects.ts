import type { Subject } from './subject.ts'
import { check } from './subjects/check.ts'
import { engines } from './subjects/engines.ts'
import { exports } from './subjects/exports.ts'
import { killed } from './subjects/killed.ts'
import { paths } from './subjects/paths.ts'
import { serve } from './subjects/serve.ts'
import { viewer } from './subjects/viewer.ts'
import { viewerOnServer } from './subjects/viewer-on-server.ts'

/** The one list of what can be measured. */
export const subjects: Readonly<Record<string, Subject>> = {
  check,
  engines,
  export: exports,
  'killed-pushes': killed,
  paths,
  serve,
  viewer,
  'viewer-on-server': viewerOnServer,
}
