import { isCardChapter, type DossierChapter } from '../kinds/chapters.ts'
import { fieldsOf, kindNames, traitsOf, type ArtefactKind } from '../kinds/index.ts'
import { cardBlocks, proseFields, withheldBlock, type Wording } from './card-blocks.ts'
import { evidenceBlocks, evidenceInOrder, unprovenBlocks } from './dossier-evidence.ts'
import { figuresOf, summaryOf } from './dossier-summary.ts'
import { localTime, type LocalTime } from './local-time.ts'
import { compositionTable, peopleLine, type Participant } from './participants.ts'
import { References } from './references.ts'
import type { Report, ReportCard, ReportGroup } from './report.ts'
import { frontOf } from './results-tree.ts'
import { dayOf } from './table.ts'
import { toldOnce } from './told-once.ts'
import { paragraph, settledBlocks, type Block, type DocumentTree, type Picture } from './tree.ts'
import { wordTable } from './word-table.ts'
import { voteBlocks } from './vote-blocks.ts'
import { wordsIn } from './words.ts'

interface DossierSettings {
  /** In the order in which they are to stand. */
  chapters: readonly DossierChapter[]
  /** Of each group, in the order of the report's groups; then of all together. */
  participants: { ofGroups: readonly (readonly Participant[])[]; ofAll: readonly Participant[] }
  /** What people wrote, by paragraphs; empty where nobody did. In the same order. */
  summaries: { ofGroups: readonly (readonly string[])[]; ofAll: readonly string[] }
  picture: Wording['picture']
  /** Pictures of each group's boards, in the order of the report's groups, and of its roadmap, likewise. */
  boards: readonly (readonly Picture[])[]
  roadmaps: readonly (Picture | null)[]
}

/** Pictures of one group. */
interface Drawn {
  boards: readonly Picture[]
  roadmap: Picture | null
}

interface Telling extends Wording {
  time: LocalTime
  /** What was voted on, in whichever group. */
  voted: ReadonlySet<string>
}

/**
 * What a group, or all of them, came to, for somebody who was not there: a title page with a summary, then the chosen
 * chapters. One group has its chapters at the first level; of several each is a chapter, and evidence is numbered through.
 */
export function dossierTree(whole: Report, settings: DossierSettings): DocumentTree {
  const report = { ...whole, groups: toldOnce(whole.groups) }
  const words = wordsIn(report.language)
  const texts = words.documents.dossier
  const drawnOf = (n: number): Drawn => ({
    boards: settings.boards[n] ?? [],
    roadmap: settings.roadmaps[n] ?? null,
  })
  // Of the plenum, whose cards may all be told elsewhere, pictures and words about it are left
  const isTold = ({ cards, votes }: ReportGroup, n: number) => {
    const { boards, roadmap } = drawnOf(n)
    const isDrawn = whole.groups[n]!.cards.length > 0 && (boards.length > 0 || roadmap !== null)
    const isWritten = (settings.summaries.ofGroups[n] ?? []).length > 0
    return cards.length > 0 || votes.length > 0 || isDrawn || isWritten
  }
  const groups = report.groups.filter(isTold)
  const alone = groups.length === 1 ? groups[0]! : null
  const cards = groups.flatMap((group) => group.cards)
  const telling: Telling = {
    words,
    time: localTime(report.language, report.timeZone),
    references: new References(evidenceInOrder(cards)),
    picture: settings.picture,
    voted: new Set(groups.flatMap(({ votes }) => votes).flatMap(({ candidates }) => candidates)),
  }
  const { ofGroups, ofAll } = settings.participants
  const people = alone ? (ofGroups[report.groups.indexOf(alone)] ?? []) : ofAll
  const inGroups = settings.chapters.filter((chapter) => !isOfAll(chapter))
  const writtenOf = (group: ReportGroup) => settings.summaries.ofGroups[report.groups.indexOf(group)] ?? []
  const own = alone ? writtenOf(alone) : []
  const written = own.length > 0 ? own : settings.summaries.ofAll
  const body = [
    ...(settings.chapters.includes('people') ? peopleBlocks(people, telling) : []),
    ...groups.flatMap((group) =>
      groupBlocks(
        group,
        inGroups,
        drawnOf(report.groups.indexOf(group)),
        telling,
        alone ? null : writtenOf(group),
      ),
    ),
    ...settings.chapters.flatMap((chapter) => closingBlocks(chapter, cards, telling)),
  ]
  const summary = summaryOf(
    cards,
    groups.flatMap(({ votes }) => votes),
    words,
  )
  return {
    ...frontOf(report),
    title: alone ? alone.name : report.title,
    subtitle: texts.subtitle,
    hasContents: true,
    cover: {
      above: alone ? report.title : '',
      about: summary.question,
      people: peopleLine(people, words),
      figures: figuresOf(cards, words),
      summary:
        written.length > 0
          ? { title: texts.summary, paragraphs: [...written] }
          : { title: alone ? texts.draftOfGroup : texts.draftOfAll, paragraphs: summary.paragraphs },
    },
    blocks: settledBlocks(body.length > 0 ? body : [paragraph(texts.nothing)]),
  }
}

/** Chapters that stand once, whatever the number of groups. */
const isOfAll = (chapter: DossierChapter) =>
  chapter === 'people' || chapter === 'unproven' || chapter === 'evidence'

function peopleBlocks(people: readonly Participant[], { words }: Telling): Block[] {
  if (people.length === 0) return []
  const { people: text } = words.workshop.exports.chapter
  return [{ type: 'heading', level: 1, text }, compositionTable(people, words)]
}

function closingBlocks(chapter: DossierChapter, cards: readonly ReportCard[], telling: Telling): Block[] {
  if (chapter === 'unproven') return unprovenBlocks(cards, telling)
  return chapter === 'evidence' ? evidenceBlocks(cards, telling) : []
}

function groupBlocks(
  group: ReportGroup,
  chapters: readonly DossierChapter[],
  drawn: Drawn,
  telling: Telling,
  /** What people wrote of it, at its beginning; null: it is alone, and that stands on the title page. */
  written: readonly string[] | null,
): Block[] {
  const level = written ? 2 : 1
  const blocks = chapters.flatMap((chapter) =>
    chapter === 'boards'
      ? boardBlocks(drawn.boards, level, telling)
      : chapterBlocks(chapter, group, level, drawn, telling),
  )
  if (!written) return blocks
  const all = [...writtenBlocks(written, telling), ...blocks]
  return all.length > 0 ? [{ type: 'heading', level: 1, text: group.name }, ...all] : []
}

function writtenBlocks(written: readonly string[], { words }: Telling): Block[] {
  if (written.length === 0) return []
  return [{ type: 'heading', level: 2, text: words.documents.dossier.summary }, ...written.map(paragraph)]
}

function chapterBlocks(
  chapter: DossierChapter,
  group: ReportGroup,
  level: number,
  { roadmap }: Drawn,
  telling: Telling,
): Block[] {
  const text = telling.words.workshop.exports.chapter[chapter]
  const inside =
    chapter === 'path' ? pathBlocks(group, telling) : cardsOfChapter(chapter, group, level, telling)
  const votes = chapter === 'shortlist' ? voteBlocks(group.votes, level + 1, telling) : []
  const drawn = chapter === 'roadmap' && roadmap ? [roadmap] : []
  const all = [...drawn, ...inside, ...votes]
  return all.length > 0 ? [{ type: 'heading', level, text }, ...all] : []
}

function boardBlocks(pictures: readonly Picture[], level: number, { words }: Telling): Block[] {
  if (pictures.length === 0) return []
  return [{ type: 'heading', level, text: words.workshop.exports.chapter.boards }, ...pictures]
}

function pathBlocks({ changes }: ReportGroup, { words, time }: Telling): Block[] {
  if (changes.length === 0) return []
  const { dossier } = words.documents
  const rows = changes.map(({ phase, at }) => [words.workshop.phase[phase], time.date(at)])
  return [
    wordTable(
      words.workshop.exports.chapter.path,
      [{ title: dossier.phase }, { title: dossier.since }],
      rows,
    ),
  ]
}

function cardsOfChapter(
  chapter: DossierChapter,
  group: ReportGroup,
  level: number,
  telling: Telling,
): Block[] {
  if (!isCardChapter(chapter)) return []
  const kinds = kindNames.filter((kind) => traitsOf(kind).chapter === chapter)
  const told = kinds.flatMap((kind) => {
    const cards = chosenOf(kind, group.cards, telling)
    return cards.length > 0 ? [{ kind, cards }] : []
  })
  return told.flatMap(({ kind, cards }) => [
    ...(told.length > 1
      ? [{ type: 'heading' as const, level: level + 1, text: telling.words.kinds[kind].plural }]
      : []),
    ...(isList(kind) || areBrief(cards)
      ? listBlocks(kind, cards, telling)
      : cardBlocks(cards, telling.words.workshop.exports.chapter[chapter], telling)),
  ])
}

/** Of ideas those that were agreed on or voted on, where there are such; of everything else all. */
function chosenOf(kind: ArtefactKind, cards: readonly ReportCard[], { voted }: Telling): ReportCard[] {
  const ofKind = cards.filter((card) => card.kind === kind)
  const chosen = ofKind.filter(({ id, maturity }) => maturity !== 'draft' || voted.has(id))
  const isShortlist = traitsOf(kind).chapter === 'shortlist'
  return isShortlist && chosen.length > 0 ? chosen : ofKind
}

/** What has only figures, days, names and choices beside its headline is read best as a list. */
function isList(kind: ArtefactKind): boolean {
  const { headline } = traitsOf(kind)
  const others = Object.entries(fieldsOf(kind)).filter(([name]) => name !== headline)
  return (
    others.length > 1 && others.every(([, { type }]) => ['line', 'number', 'date', 'choice'].includes(type))
  )
}

const FEWEST_ROWS = 3
const MOST_COLUMNS = 5
const LONGEST_CELL_CHARS = 90

/** Where each is said in a few words, the same of all, they are compared in a table, which has no place for numbers of evidence. */
function areBrief(cards: readonly ReportCard[]): boolean {
  const shown = cards.filter(({ withheld }) => !withheld)
  const fields = shown.flatMap(proseFields)
  const isBrief = (text: string) => text.length <= LONGEST_CELL_CHARS && !text.includes('\n')
  return (
    shown.length >= FEWEST_ROWS &&
    shown.every((card) => !hasMoreToSay(card) && isBrief(card.headline)) &&
    fields.every(({ text, rows, pictures }) => rows === null && pictures.length === 0 && isBrief(text)) &&
    isBetween(new Set(fields.map(({ label }) => label)).size, 2, MOST_COLUMNS)
  )
}

const hasMoreToSay = ({ role, trail, maturity }: ReportCard): boolean =>
  role !== 'free' || maturity !== 'draft' || trail.pieces.length > 0 || trail.contradictions.length > 0

const isBetween = (count: number, least: number, most: number) => count >= least && count <= most

function listBlocks(kind: ArtefactKind, cards: readonly ReportCard[], telling: Telling): Block[] {
  const { words, references } = telling
  const missing = withheldBlock(cards, telling)
  const shown = cards.filter(({ withheld }) => !withheld).sort((a, b) => dayOf(a).localeCompare(dayOf(b)))
  if (shown.length === 0) return missing
  const labels = [...new Set(shown.flatMap((card) => proseFields(card).map(({ label }) => label)))]
  const texts = words.kinds[kind]
  const rows = shown.map((card) => [
    card.headline,
    ...labels.map((label) => card.fields.find((field) => field.label === label)?.text ?? ''),
  ])
  for (const { id } of shown) references.tell(id, texts.plural)
  return [
    wordTable(
      texts.plural,
      [texts.label, ...labels].map((title) => ({ title })),
      rows,
    ),
    ...missing,
  ]
}
