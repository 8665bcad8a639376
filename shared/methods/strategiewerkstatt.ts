import { buildDocument } from './build-document.ts'
import { methods } from './catalogue.ts'
import type { PageTemplate, Programme, TemplateLanguage } from './method.ts'
import { plenumPages } from './strategiewerkstatt-plenum.ts'
import { decisionsPage } from './strategiewerkstatt-decisions.ts'

const name = { de: 'Strategiewerkstatt', en: 'Strategy workshop' }

/** The methods of a whole programme, in the order of a usual run; each brings its page. */
const chosen = [
  'interview-evaluation',
  'existing-solutions',
  'two-by-two',
  'stakeholder-map',
  'challenge',
  'check-in',
  'team-canvas',
  'expectations',
  'affinity-clustering',
  'persona',
  'user-journey',
  'point-of-view',
  'how-might-we',
  'brainstorming',
  'concept-poster',
  'prototype',
  'user-test',
  'pitch',
  'partnership-market',
  'roadmap',
  'solution-profile',
]

const pagesOf = (keys: readonly string[]): PageTemplate[] =>
  keys.flatMap((key) => methods.find((method) => method.key === key)?.page ?? [])

/** What a project group finds prepared: all six phases, ready to run. */
export const strategiewerkstatt: Programme = {
  key: 'strategiewerkstatt',
  name,
  pages: [...pagesOf(chosen), decisionsPage, ...pagesOf(['retrospective'])],
}

/** What the plenum finds prepared: the same six phases, for what the groups do together. */
const strategiewerkstattPlenum: Programme = {
  key: 'strategiewerkstatt-plenum',
  name,
  pages: plenumPages,
}

export interface TemplateRequest {
  language: TemplateLanguage
  kind: 'project' | 'plenum'
  /** Milliseconds since the Unix epoch; becomes the document's time of creation. */
  now: number
}

/** Yjs update that fills an empty document. The same request gives the same bytes. */
export function strategiewerkstattDocument({ language, kind, now }: TemplateRequest): Uint8Array {
  return buildDocument(kind === 'plenum' ? strategiewerkstattPlenum : strategiewerkstatt, language, now)
}
