import type { GroupId } from '../base/ids.ts'
import { cutBetweenCharacters } from '../base/visible-text.ts'
import { rootsOf } from '../document/roots.ts'
import { openSnapshot } from '../document/snapshot-document.ts'
import type { ArtefactSnapshot, DocumentSnapshot } from '../document/snapshot.ts'
import { trailGraph, type TrailGraph } from '../document/trail-graph.ts'
import { coverageOf, type Gap } from '../evidence/coverage.ts'
import type { EvidenceGraph } from '../evidence/evidence.ts'
import { supersededBy } from '../evidence/trail.ts'
import { twinsAmong } from '../evidence/twins.ts'
import { evidenceRole, fieldsOf, isKind, kindNames, traitsOf, type ArtefactKind } from '../kinds/index.ts'
import { countsUnplaced } from '../kinds/listed.ts'
import { awaitedGaps, type KindSpec } from '../kinds/spec.ts'
import { BLACKENED } from './coarsening.ts'
import { leaving, type Leaving } from './leaving.ts'
import { placedOn } from './placed.ts'
import type { CheckedGroup } from './release-check.ts'

/** A card, as it may be named outside its group. */
interface Thing {
  id: string
  /** Its headline; empty where nobody wrote one, and where it is withheld. */
  title: string
  withheld: boolean
}

/** How much there is of one kind. */
export interface KindCount {
  kind: ArtefactKind
  count: number
  /** The newest of them; as many as somebody looks through. */
  things: Thing[]
}

/** Cards that wait for something to come of them. */
interface OpenEnd {
  gap: (typeof awaitedGaps)[number]
  of: KindCount
}

/** Something that is to be done or was settled. `owner` is what stands in the card; days are written "2026-11-21". */
export interface DatedThing extends Thing {
  kind: ArtefactKind
  owner: string
  day: string | null
}

export interface Pledge extends Thing {
  kind: ArtefactKind
  role: string
  /** One of the kind's options, and its place among them from 1. */
  firmness: string
  level: number
  levels: number
  /** Who still has to agree, and when; null where nobody has to. */
  pending: { body: string; day: string | null } | null
}

export interface RoadmapEntry extends DatedThing {
  /** One of the kind's options. */
  step: string
  isDone: boolean
}

export type StandingList = 'tasks' | 'decisions' | 'pledges' | 'roadmap'

/** What a group has, as those may know it who look after several. Nothing of it is counted by person. */
export interface GroupStanding {
  groupId: GroupId
  /** By wanted kind, in the order of the kinds; those that nobody has written yet are not among them. */
  results: KindCount[]
  /** Open ones: what is due first comes first. */
  tasks: DatedThing[]
  /** The latest first. */
  decisions: DatedThing[]
  /** The firmest first. */
  pledges: Pledge[]
  /** In the order of their days. */
  roadmap: RoadmapEntry[]
  /** How many there are; a list ends after as many as somebody looks through. */
  counts: Record<StandingList, number>
  /** Cards that claim something, those among them without evidence by kind, and where else the Warum-Spur breaks off. */
  evidence: { claims: number; unproven: KindCount[]; open: OpenEnd[] }
  /** Quotes that nobody has released. */
  unreleased: KindCount[]
  /** When the newest card was made, in milliseconds since the Unix epoch; null without cards. */
  newestAt: number | null
}

const MAX_THINGS = 60
const MAX_ENTRIES = 300
const MAX_TITLE_CHARS = 200

/**
 * How the groups of a workshop stand, through what may leave them.
 * @param groups all of the workshop @param wanted kinds that count as results
 * @param instead stands in place of a text that is not told
 */
export function groupStandings(
  groups: readonly CheckedGroup[],
  wanted: ReadonlySet<ArtefactKind>,
  instead: string,
): GroupStanding[] {
  const outgoing = leaving(
    groups.map(({ document }) => document),
    { instead },
  )
  const parts = outgoing.documents.map((document, n) => ({
    document,
    graph: graphOf(document),
    isPlenum: groups[n]!.kind === 'plenum',
  }))
  const isClaim = ({ kind }: ArtefactSnapshot) => evidenceRole(kind) === 'needed'
  const twinOf = twinsAmong(
    parts
      .filter(({ isPlenum }) => !isPlenum)
      .map(({ document, graph }) => ({ artefacts: document.artefacts.filter(isClaim), graph })),
    [instead, BLACKENED],
  )
  return groups.map(({ id }, n) =>
    standingIn(id, parts[n]!, {
      wanted,
      withheld: outgoing.withheld,
      // What was brought from a group rests on what lies there
      isProvenElsewhere: (artefact) =>
        parts[n]!.isPlenum && (twinOf(artefact)?.evidence.pieces.length ?? 0) > 0,
    }),
  )
}

interface Card {
  artefact: ArtefactSnapshot
  kind: ArtefactKind
  traits: KindSpec
  thing: Thing
}

function standingIn(
  groupId: GroupId,
  { document, graph }: { document: DocumentSnapshot; graph: EvidenceGraph },
  {
    wanted,
    withheld,
    isProvenElsewhere,
  }: {
    wanted: ReadonlySet<ArtefactKind>
    withheld: Leaving['withheld']
    isProvenElsewhere: (artefact: ArtefactSnapshot) => boolean
  },
): GroupStanding {
  const cards = cardsIn(document, withheld)
  const coverage = coverageOf(graph)
  const lacking = (gap: Gap) => {
    const ids = new Set(coverage[gap])
    const isOpen = ({ artefact }: Card) =>
      ids.has(artefact.id) && !(gap === 'unproven' && isProvenElsewhere(artefact))
    return countsOf(cards.filter(isOpen))
  }
  const claims = cards.filter(
    ({ kind, artefact: { id } }) => evidenceRole(kind) === 'needed' && supersededBy(graph, id).length === 0,
  )
  const lists = {
    tasks: cards.flatMap(openTask).sort(byDay),
    decisions: cards.flatMap(decision).sort(latestFirst),
    pledges: cards.flatMap(pledge).sort((a, b) => b.level - a.level),
    roadmap: cards.flatMap(roadmapEntry).sort(byDay),
  }
  return {
    groupId,
    results: countsOf(cards.filter(({ kind }) => wanted.has(kind))),
    tasks: lists.tasks.slice(0, MAX_ENTRIES),
    decisions: lists.decisions.slice(0, MAX_ENTRIES),
    pledges: lists.pledges.slice(0, MAX_ENTRIES),
    roadmap: lists.roadmap.slice(0, MAX_ENTRIES),
    counts: {
      tasks: lists.tasks.length,
      decisions: lists.decisions.length,
      pledges: lists.pledges.length,
      roadmap: lists.roadmap.length,
    },
    evidence: {
      claims: claims.length,
      unproven: lacking('unproven'),
      open: awaitedGaps.flatMap((gap) => lacking(gap).map((of) => ({ gap, of }))),
    },
    unreleased: countsOf(
      cards.filter(
        ({ kind, artefact }) => evidenceRole(kind) === 'is' && withheld.get(artefact.id) === 'notReleased',
      ),
    ),
    newestAt: cards.reduce<number | null>(
      (newest, { artefact }) => Math.max(newest ?? 0, artefact.createdAt),
      null,
    ),
  }
}

/** Cards that lie somewhere and hold something, the newest first. */
function cardsIn({ artefacts, board }: DocumentSnapshot, withheld: Leaving['withheld']): Card[] {
  const placed = placedOn(board)
  return artefacts
    .flatMap((artefact): Card[] => {
      const { id, kind } = artefact
      if (!isKind(kind)) return []
      if (!placed.has(id) && !countsUnplaced(artefact)) return []
      const isWithheld = withheld.has(id)
      if (!isWithheld && holdsNothing(artefact, kind)) return []
      const traits = traitsOf(kind)
      const title = cutBetweenCharacters(
        textIn(artefact, traits.headline).replace(/\s+/gu, ' '),
        MAX_TITLE_CHARS,
      )
      return [{ artefact, kind, traits, thing: { id, title, withheld: isWithheld } }]
    })
    .sort((a, b) => b.artefact.createdAt - a.artefact.createdAt)
}

/** Choices alone are nothing: a card is given them when it is made. */
const holdsNothing = ({ fields }: ArtefactSnapshot, kind: ArtefactKind): boolean =>
  Object.entries(fieldsOf(kind)).every(([name, { type }]) => {
    const value = fields[name] ?? ''
    if (type === 'choice') return true
    return Array.isArray(value) ? value.length === 0 : typeof value === 'string' && value.trim() === ''
  })

/** The trails of a document as they stand in it. */
export function graphOf(document: DocumentSnapshot): TrailGraph {
  const doc = openSnapshot(document)
  const graph = trailGraph(document.artefacts, rootsOf(doc))
  doc.destroy()
  return graph
}

const countsOf = (cards: readonly Card[]): KindCount[] =>
  kindNames.flatMap((kind) => {
    const of = cards.filter((card) => card.kind === kind)
    const things = of.slice(0, MAX_THINGS).map(({ thing }) => thing)
    return of.length > 0 ? [{ kind, count: of.length, things }] : []
  })

function openTask(card: Card): DatedThing[] {
  const { captured } = card.traits
  if (!captured?.promise || card.artefact.fields[captured.promise.by] === captured.promise.done) return []
  return [dated(card, captured)]
}

function decision(card: Card): DatedThing[] {
  const { captured, chapter } = card.traits
  return captured && !captured.promise && chapter === 'decisions' ? [dated(card, captured)] : []
}

function pledge({ artefact, kind, traits, thing }: Card): Pledge[] {
  const rule = traits.pledge
  if (!rule) return []
  const options = optionsOf(kind, rule.firmness)
  const firmness = optionIn(artefact, kind, rule.firmness)
  const isPending = rule.agreement.pending.includes(optionIn(artefact, kind, rule.agreement.by))
  const body = textIn(artefact, rule.body)
  const day = dayIn(artefact, rule.day)
  // Of whom nobody has written who decides and when, there is nothing to tell
  const pending = isPending && (body !== '' || day !== null) ? { body, day } : null
  return [
    {
      ...thing,
      kind,
      role: textIn(artefact, rule.role),
      firmness,
      level: options.indexOf(firmness) + 1,
      levels: options.length,
      pending,
    },
  ]
}

function roadmapEntry(card: Card): RoadmapEntry[] {
  const { artefact, kind, traits } = card
  const rule = traits.milestone
  if (!rule) return []
  const isDone = optionIn(artefact, kind, rule.promise.by) === rule.promise.done
  return [{ ...dated(card, rule), step: optionIn(artefact, kind, rule.step), isDone }]
}

const dated = ({ artefact, kind, thing }: Card, { owner, day }: { owner: string; day: string }) => ({
  ...thing,
  kind,
  owner: textIn(artefact, owner),
  day: dayIn(artefact, day),
})

/** What nobody set a day for comes last. */
const byDay = (a: { day: string | null }, b: { day: string | null }) =>
  (a.day ?? '9999') < (b.day ?? '9999') ? -1 : a.day === b.day ? 0 : 1

const latestFirst = (a: { day: string | null }, b: { day: string | null }) =>
  (a.day ?? '') > (b.day ?? '') ? -1 : a.day === b.day ? 0 : 1

const textIn = ({ fields }: ArtefactSnapshot, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value.trim() : ''
}

function dayIn(artefact: ArtefactSnapshot, name: string): string | null {
  const day = textIn(artefact, name)
  return /^\d{4}-\d{2}-\d{2}$/u.test(day) ? day : null
}

function optionsOf(kind: ArtefactKind, name: string): readonly string[] {
  const spec = fieldsOf(kind)[name]
  return spec?.type === 'choice' ? spec.options : []
}

/** As the card says; as a new one begins, where it says what this version does not know. */
function optionIn(artefact: ArtefactSnapshot, kind: ArtefactKind, name: string): string {
  const spec = fieldsOf(kind)[name]
  if (spec?.type !== 'choice') return ''
  const said = textIn(artefact, name)
  return spec.options.includes(said) ? said : spec.initial
}
