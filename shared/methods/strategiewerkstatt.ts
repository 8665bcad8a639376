import type { Method } from './method.ts'
import { buildDocument } from './build-document.ts'
import type { TemplateLanguage } from './method.ts'
import { closingPages, accompanyingPages } from './strategiewerkstatt-closing.ts'
import { kickoffPages, preparationPages } from './strategiewerkstatt-opening.ts'
import { problemPages, solutionPages } from './strategiewerkstatt-work.ts'
import { plenumPages } from './strategiewerkstatt-plenum.ts'

const name = { de: 'Strategiewerkstatt', en: 'Strategy workshop' }

/** What a project group finds prepared: all six phases, ready to run. */
export const strategiewerkstatt: Method = {
  key: 'strategiewerkstatt',
  name,
  pages: [
    ...preparationPages,
    ...kickoffPages,
    ...problemPages,
    ...solutionPages,
    ...closingPages,
    ...accompanyingPages,
  ],
}

/** What the plenum finds prepared: the same six phases, for what the groups do together. */
export const strategiewerkstattPlenum: Method = { key: 'strategiewerkstatt-plenum', name, pages: plenumPages }

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
