import type { GroupKind } from '../workshop/group-kinds.ts'
import { BLACKENED } from '../consent/coarsening.ts'
import type { Leaving } from '../consent/leaving.ts'
import type { OutgoingDocument } from '../consent/outgoing.ts'
import { headlineOf, isBlank, readArtefact, type Artefact } from '../document/artefacts.ts'
import { evidenceRole } from '../kinds/index.ts'
import { outlineOf, type OutlineCard, type OutlineFrame, type OutlinePage } from '../document/outline.ts'
import { rootsOf } from '../document/roots.ts'
import { openSnapshot } from '../document/snapshot-document.ts'
import { trailGraph, type TrailGraph } from '../document/trail-graph.ts'
import type { StoredEnvelope } from '../facilitation/events.ts'
import { isPhase, phases, type Phase } from '../workshop/phases.ts'
import { phaseChanges } from './facilitation-history.ts'
import { localTime } from './local-time.ts'
import type { Report, ReportArea, ReportCard, ReportGroup, ReportSection } from './report.ts'
import { countedVotes } from './counted-votes.ts'
import { nameOfCard, reportCard, type CardContext } from './report-card.ts'
import { twinsAmong } from '../evidence/twins.ts'
import { counted, wordsIn, type ReportLanguage } from './words.ts'

/** One group as the report needs it. */
interface ReportSource {
  name: string
  kind: GroupKind
  document: OutgoingDocument
  history: readonly StoredEnvelope[]
}

interface ReportSettings {
  title: string
  language: ReportLanguage
  timeZone: string
  exportedAt: number
  /** Documents of the other groups of the workshop, where the sources are not all of them. */
  beside?: readonly OutgoingDocument[]
}

/** What may leave and events in, outline out. */
export function reportOf(
  sources: readonly ReportSource[],
  { withheld, clear, isReduced }: Pick<Leaving, 'withheld' | 'clear' | 'isReduced'>,
  { beside = [], ...settings }: ReportSettings,
): Report {
  const contents = sources.map((source): Content => ({ source, ...contentOf(source.document) }))
  const inGroups = contents.filter(({ source }) => source.kind !== 'plenum')
  const twinOf = twinsAmong(
    [...inGroups, ...beside.map(contentOf)].map(({ artefacts, graph }) => ({
      artefacts: artefacts.values(),
      graph,
    })),
    [wordsIn(settings.language).results.report.withheldText, BLACKENED],
  )
  const groups = contents.map((content) =>
    groupOf(content, { withheld, clear }, settings, content.source.kind === 'plenum' ? twinOf : () => null),
  )
  const withheldQuotes = groups.flatMap(({ cards }) => cards).filter(isWithheldQuote).length
  const title = clear(settings.title)
  const named = groups.map((group) => ({ ...group, name: clear(group.name) }))
  return {
    ...settings,
    title,
    groups: named,
    withheldQuotes,
    notice: isReduced() ? noticeOf(withheldQuotes, settings.language) : null,
  }
}

function noticeOf(withheldQuotes: number, language: ReportLanguage): string {
  const { withheld_one, withheld_other, reduced } = wordsIn(language).results.report
  return withheldQuotes > 0 ? counted(withheldQuotes, withheld_one, withheld_other) : reduced
}

const isWithheldQuote = ({ kind, withheld }: ReportCard) => evidenceRole(kind) === 'is' && withheld

interface Content {
  source: ReportSource
  artefacts: Map<string, Artefact>
  pages: OutlinePage[]
  graph: TrailGraph
}

function contentOf(document: OutgoingDocument): Omit<Content, 'source'> {
  const doc = openSnapshot(document)
  const roots = rootsOf(doc)
  const artefacts = new Map<string, Artefact>()
  for (const id of roots.artefacts.keys()) {
    const artefact = readArtefact(roots.artefacts, id)
    if (artefact) artefacts.set(id, artefact)
  }
  const pages = outlineOf(roots, (id) => artefacts.get(id) ?? null)
  const graph = trailGraph(artefacts.values(), roots)
  doc.destroy()
  return { artefacts, pages, graph }
}

function groupOf(
  { source, artefacts, pages, graph }: Content,
  { withheld, clear }: Pick<Leaving, 'withheld' | 'clear'>,
  settings: ReportSettings,
  twinOf: CardContext['twinOf'],
): ReportGroup {
  const context: CardContext = {
    words: wordsIn(settings.language),
    time: localTime(settings.language, settings.timeZone),
    withheld,
    graph,
    artefact: (id) => artefacts.get(id) ?? null,
    twinOf,
  }
  const cards = new Map<string, ReportCard>()
  const isFilled = (artefact: Artefact) => withheld.has(artefact.id) || !isBlank(artefact)
  return {
    name: source.name,
    kind: source.kind,
    changes: phaseChanges(source.history),
    votes: countedVotes(source.history, clear, {
      words: context.words,
      nameOf: (id) => nameOfCard(artefacts.get(id), context),
    }),
    sections: sectionsOf(pages, isFilled, (card, place) => placed(cards, card, place, context)),
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

function sectionsOf(
  pages: OutlinePage[],
  isFilled: (artefact: Artefact) => boolean,
  place: PlaceCard,
): ReportSection[] {
  return [...phases, null].flatMap((phase) => {
    const ofPhase = pages.filter((page) => (isPhase(page.phase) ? page.phase : null) === phase)
    const filled = ofPhase.flatMap((page) => {
      const areas = areasOf(page, null, isFilled, (card, area) =>
        place(card, { phase, page: page.name, area }),
      )
      return areas.length > 0 ? [{ id: page.id, name: page.name, areas }] : []
    })
    return filled.length > 0 ? [{ phase, pages: filled }] : []
  })
}

/** Areas that hold cards with anything in them, nested frames flattened, in reading order. */
function areasOf(
  part: Pick<OutlineFrame, 'frames' | 'cards' | 'drawn'>,
  name: string | null,
  isFilled: (artefact: Artefact) => boolean,
  place: (card: OutlineCard, area: string | null) => ReportCard,
): ReportArea[] {
  const own = part.cards.filter(({ artefact }) => isFilled(artefact)).map((card) => place(card, name))
  const inner = part.frames.flatMap((frame) =>
    areasOf(frame, name === null ? frame.name : `${name} › ${frame.name}`, isFilled, place),
  )
  const held = part.cards.flatMap((card) => heldAreas(card, name, isFilled, place))
  const { drawn } = part
  const isSomething = own.length > 0 || drawn.length > 0
  return isSomething ? [{ name, cards: own, drawn }, ...held, ...inner] : [...held, ...inner]
}

/** What lies on a cluster or matrix, under its name. */
function heldAreas(
  { artefact, held }: OutlineCard,
  name: string | null,
  isFilled: (artefact: Artefact) => boolean,
  place: (card: OutlineCard, area: string | null) => ReportCard,
): ReportArea[] {
  if (held.length === 0) return []
  const title = headlineOf(artefact)
  const below = [name, title].filter((part) => part !== null && part !== '').join(' › ') || null
  return areasOf({ cards: held, frames: [], drawn: [] }, below, isFilled, place)
}
