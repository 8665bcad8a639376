import { headlineOf, type Artefact } from '../document/artefacts.ts'
import { behindCard, type TrailGraph } from '../document/trail-graph.ts'
import { evidenceRole, traitsOf } from '../kinds/index.ts'
import type { FaceContext } from '../layout/card/face.ts'

/** Texts of one language, as nested objects. */
interface PictureWords {
  kinds: object
  board: { card: object }
}

type Values = Readonly<Record<string, string | number>>

/** What cards show beside their own words. */
export interface PictureMaterial {
  words: PictureWords
  /** "de-DE" */
  locale: string
  graph: TrailGraph
  artefact: (id: string) => Artefact | null
}

export function faceContext(artefact: Artefact, material: PictureMaterial, home: boolean): FaceContext {
  const { words, locale, graph } = material
  const { family, icon } = traitsOf(artefact.kind)
  const role = evidenceRole(artefact.kind)
  return {
    kind: { family, icon, needsEvidence: role === 'needed' },
    say: (key, values) => wordAt(words.kinds, `${artefact.kind}.${key}`, values),
    common: (key, values) => wordAt(words.board.card, key, values),
    nameOf: (id) => {
      const other = material.artefact(id)
      return other && headlineOf(other)
    },
    day: (date) => dayIn(locale, date),
    evidence: behindCard(graph, artefact.id, material.artefact),
    // What people talk about cards stays with them
    comments: 0,
    seesProtocols: false,
    home,
  }
}

function dayIn(locale: string, date: string): string {
  const at = Date.parse(`${date}T12:00:00Z`)
  if (Number.isNaN(at)) return date
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at)
}

/** The text at a path, one or many where it counts; '' where there is none. */
function wordAt(texts: object, path: string, values: Values = {}): string {
  const plural = values.count === 1 ? '_one' : '_other'
  const found = textAt(texts, path) ?? textAt(texts, path + plural) ?? ''
  return found.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
}

function textAt(texts: object, path: string): string | null {
  let at: unknown = texts
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return null
    at = (at as Record<string, unknown>)[key]
  }
  return typeof at === 'string' ? at : null
}
