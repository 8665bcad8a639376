import { cardBlocks, type Wording } from './card-blocks.ts'
import { localTime, type LocalTime } from './local-time.ts'
import { References } from './references.ts'
import type { Report, ReportArea, ReportGroup, ReportPage, ReportSection } from './report.ts'
import { plain, settledBlocks, type Block, type DocumentTree } from './tree.ts'
import { voteBlocks } from './vote-blocks.ts'
import { fill, wordsIn } from './words.ts'

interface Telling extends Wording {
  time: LocalTime
}

/** What every document of a report begins with. */
export function frontOf(report: Report): Omit<DocumentTree, 'blocks' | 'subtitle' | 'hasContents' | 'cover'> {
  const texts = wordsIn(report.language).results.report
  const { title, language, exportedAt, notice } = report
  const time = localTime(language, report.timeZone).moment(exportedAt)
  return {
    title,
    language,
    asOf: fill(texts.asOf, { time }),
    notice,
    writtenAt: exportedAt,
  }
}

/** Everything that stands on the boards, to be read: groups → phases → pages → areas → cards. */
export function resultsTree(report: Report, picture: Wording['picture'] = () => null): DocumentTree {
  const words = wordsIn(report.language)
  const telling: Telling = {
    words,
    time: localTime(report.language, report.timeZone),
    references: new References(report.groups.flatMap(({ cards }) => cards)),
    picture,
  }
  return {
    ...frontOf(report),
    subtitle: words.documents.subtitle.results,
    hasContents: true,
    cover: null,
    blocks: settledBlocks(report.groups.flatMap((group) => groupBlocks(group, telling))),
  }
}

function groupBlocks(group: ReportGroup, telling: Telling): Block[] {
  const { results } = telling.words
  const isEmpty = group.sections.length === 0 && group.votes.length === 0
  return [
    { type: 'heading', level: 1, text: group.name },
    ...courseBlocks(group, telling),
    ...(isEmpty ? [{ type: 'paragraph' as const, runs: plain(results.report.nothing) }] : []),
    ...group.sections.flatMap((section) => sectionBlocks(section, telling)),
    ...voteBlocks(group.votes, 2, telling),
  ]
}

/** When the group went into which phase. */
function courseBlocks({ changes }: ReportGroup, { words, time }: Telling): Block[] {
  if (changes.length === 0) return []
  const items = changes.map(({ phase, at }) => {
    const values = { time: time.moment(at), phase: words.workshop.phase[phase] }
    return { runs: plain(fill(words.results.report.enteredPhase, values)) }
  })
  return [
    { type: 'heading', level: 2, text: words.results.report.course },
    { type: 'list', ordered: false, items },
  ]
}

function sectionBlocks({ phase, pages }: ReportSection, telling: Telling): Block[] {
  const { words } = telling
  const title = phase === null ? words.results.report.otherPages : words.workshop.phase[phase]
  return [{ type: 'heading', level: 2, text: title }, ...pages.flatMap((page) => pageBlocks(page, telling))]
}

function pageBlocks({ name, areas }: ReportPage, telling: Telling): Block[] {
  return [
    { type: 'heading', level: 3, text: name },
    ...areas.flatMap((area) => areaBlocks(area, name, telling)),
  ]
}

function areaBlocks({ name, cards, drawn }: ReportArea, page: string, telling: Telling): Block[] {
  const heading: Block[] = name === null ? [] : [{ type: 'heading', level: 4, text: name }]
  return [...heading, ...cardBlocks(cards, name ?? page, telling), ...drawnBlocks(drawn, telling)]
}

/** Free text and labels of shapes and arrows: on the board they say things that no card says. */
function drawnBlocks(drawn: readonly string[], { words }: Pick<Wording, 'words'>): Block[] {
  if (drawn.length === 0) return []
  return [
    { type: 'paragraph', runs: [{ text: `${words.documents.drawn}:`, quiet: true }] },
    { type: 'list', ordered: false, items: drawn.map((text) => ({ runs: plain(text) })) },
  ]
}
