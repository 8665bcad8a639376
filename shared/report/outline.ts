import type * as Y from 'yjs'
import { evidenceGraph } from '../evidence/evidence.ts'
import { isBlank, readArtefact, type Artefact } from '../document/artefacts.ts'
import { evidenceRole } from '../kinds/index.ts'
import { outlineOf, type OutlineCard, type OutlineFrame, type OutlinePage } from '../document/outline.ts'
import { removeUnreadable } from '../document/quarantine.ts'
import { rootsOf } from '../document/roots.ts'
import type { StoredEnvelope } from '../facilitation/events.ts'
import { isPhase, phases, type Phase } from '../workshop/phases.ts'
import { consentOf, type Consent } from './consent.ts'
import { phaseChanges } from './facilitation-history.ts'
import { localTime } from './local-time.ts'
import type { Report, ReportArea, ReportCard, ReportGroup, ReportSection } from './report.ts'
import { reportCard, type CardContext } from './report-card.ts'
import { wordsIn, type ReportLanguage } from './words.ts'

/** One group as the report needs it. The document must be a copy: unreadable entries are removed from it. */
export interface ReportSource {
  name: string
  kind: 'plenum' | 'project'
  doc: Y.Doc
  history: readonly StoredEnvelope[]
}

export interface ReportSettings {
  title: string
  language: ReportLanguage
  timeZone: string
  exportedAt: number
}

/** Snapshot and events in, outline out. Consent looks at all groups, because words travel between them. */
export function reportOf(sources: readonly ReportSource[], settings: ReportSettings): Report {
  const contents = sources.map((source) => ({ source, ...contentOf(source.doc) }))
  const consent = consentOf(contents.flatMap(({ artefacts }) => [...artefacts.values()]))
  const groups = contents.map((content) => groupOf(content, consent, settings))
  return {
    ...settings,
    groups,
    withheldQuotes: groups.flatMap(({ cards }) => cards).filter(isWithheldQuote).length,
  }
}

const isWithheldQuote = ({ kind, withheld }: ReportCard) => evidenceRole(kind) === 'is' && withheld

interface Content {
  source: ReportSource
  artefacts: Map<string, Artefact>
  pages: OutlinePage[]
}

function contentOf(doc: Y.Doc): Omit<Content, 'source'> {
  removeUnreadable(doc)
  const roots = rootsOf(doc)
  const artefacts = new Map<string, Artefact>()
  for (const id of roots.artefacts.keys()) {
    const artefact = readArtefact(roots.artefacts, id)
    if (artefact) artefacts.set(id, artefact)
  }
  return { artefacts, pages: outlineOf(roots, (id) => artefacts.get(id) ?? null) }
}

function groupOf(
  { source, artefacts, pages }: Content,
  consent: Consent,
  settings: ReportSettings,
): ReportGroup {
  const context: CardContext = {
    words: wordsIn(settings.language),
    time: localTime(settings.language, settings.timeZone),
    consent,
    graph: evidenceGraph(artefacts.values()),
    artefact: (id) => artefacts.get(id) ?? null,
  }
  const cards = new Map<string, ReportCard>()
  return {
    name: source.name,
    kind: source.kind,
    changes: phaseChanges(source.history),
    sections: sectionsOf(pages, (card, place) => placed(cards, card, place, context)),
    cards: [...cards.values()],
  }
}

interface Place {
  phase: Phase | null
  page: string
  area: string | null
}

/** The same artefact is the same report card wherever it lies; every place is noted in it. */
function placed(
  cards: Map<string, ReportCard>,
  { artefact }: OutlineCard,
  place: Place,
  context: CardContext,
) {
  const known = cards.get(artefact.id)
  const card = known ?? { ...reportCard(artefact, context), phase: place.phase, places: [] }
  card.places.push(place.area === null ? place.page : `${place.page} › ${place.area}`)
  if (!known) cards.set(artefact.id, card)
  return card
}

type PlaceCard = (card: OutlineCard, place: Place) => ReportCard

function sectionsOf(pages: OutlinePage[], place: PlaceCard): ReportSection[] {
  return [...phases, null].flatMap((phase) => {
    const ofPhase = pages.filter((page) => (isPhase(page.phase) ? page.phase : null) === phase)
    const filled = ofPhase.flatMap((page) => {
      const areas = areasOf(page, null, (card, area) => place(card, { phase, page: page.name, area }))
      return areas.length > 0 ? [{ name: page.name, areas }] : []
    })
    return filled.length > 0 ? [{ phase, pages: filled }] : []
  })
}

/** Areas that hold cards with anything in them, nested frames flattened, in reading order. */
function areasOf(
  part: Pick<OutlineFrame, 'frames' | 'cards'>,
  name: string | null,
  place: (card: OutlineCard, area: string | null) => ReportCard,
): ReportArea[] {
  const own = part.cards.filter(({ artefact }) => !isBlank(artefact)).map((card) => place(card, name))
  const inner = part.frames.flatMap((frame) =>
    areasOf(frame, name === null ? frame.name : `${name} › ${frame.name}`, place),
  )
  return own.length > 0 ? [{ name, cards: own }, ...inner] : inner
}
