import { traitsOf } from '../kinds/index.ts'
import { localTime, type LocalTime } from './local-time.ts'
import { block, inline } from './markdown-text.ts'
import type { Report, ReportArea, ReportCard, ReportGroup, ReportPage, ReportSection } from './report.ts'
import { counted, fill, wordsIn, type Words } from './words.ts'

interface Style {
  words: Words
  time: LocalTime
}

/** The results to read: groups → phases → pages → areas → cards, as CommonMark. */
export function markdownOf(report: Report): string {
  const style = { words: wordsIn(report.language), time: localTime(report.language, report.timeZone) }
  const texts = style.words.results.report
  const head = [
    `# ${inline(report.title)}`,
    `${texts.title} · ${fill(texts.asOf, { time: style.time.moment(report.exportedAt) })}`,
    ...(report.withheldQuotes > 0
      ? [`*${counted(report.withheldQuotes, texts.withheld_one, texts.withheld_other)}*`]
      : []),
  ]
  return `${[...head, ...report.groups.flatMap((group) => groupBlocks(group, style))].join('\n\n')}\n`
}

function groupBlocks(group: ReportGroup, style: Style): string[] {
  const { words } = style
  const nothing = group.sections.length === 0 ? [words.results.report.nothing] : []
  return [
    `## ${inline(group.name)}`,
    ...courseBlocks(group, style),
    ...nothing,
    ...group.sections.flatMap((section) => sectionBlocks(section, style)),
  ]
}

/** When the group went into which phase. */
function courseBlocks({ changes }: ReportGroup, { words, time }: Style): string[] {
  if (changes.length === 0) return []
  const lines = changes.map(({ phase, at }) => {
    const values = { time: time.moment(at), phase: words.workshop.phase[phase] }
    return `- ${fill(words.results.report.enteredPhase, values)}`
  })
  return [`### ${words.results.report.course}`, lines.join('\n')]
}

function sectionBlocks({ phase, pages }: ReportSection, style: Style): string[] {
  const title = phase === null ? style.words.results.report.otherPages : style.words.workshop.phase[phase]
  return [`### ${title}`, ...pages.flatMap((page) => pageBlocks(page, style))]
}

function pageBlocks({ name, areas }: ReportPage, style: Style): string[] {
  return [`#### ${inline(name)}`, ...areas.flatMap((area) => areaBlocks(area, style))]
}

function areaBlocks({ name, cards }: ReportArea, style: Style): string[] {
  const heading = name === null ? [] : [`##### ${inline(name)}`]
  return [...heading, ...cards.map((card) => cardBlock(card, style))]
}

const INDENT = '  '

/** A card is one list item: what it says first, then what is known of it. */
function cardBlock(card: ReportCard, style: Style): string {
  const lines = [`- ${headlineText(card, style)}`, ...detailLines(card, style)]
  return lines.join(`\n${INDENT}`)
}

function headlineText(card: ReportCard, { words }: Style): string {
  const kind = words.kinds[card.kind].label
  const says = block(card.headline, INDENT)
  if (card.withheld) return `**${kind}:** *${says}*`
  return traitsOf(card.kind).said
    ? `**${kind}:** ${fill(words.results.report.quotation, { text: says })}`
    : `**${kind}:** ${says}`
}

function detailLines(card: ReportCard, { words, time }: Style): string[] {
  const texts = words.results
  const basis = [...(card.evidence === null ? [] : [card.evidence]), ...targets(card, true)]
  const others = card.relations.filter((relation) => !relation.leadsBack)
  const byline = [card.author ?? words.artefacts.author.anonymous, time.moment(card.createdAt), card.status]
  return [
    ...card.fields.map(({ label, text }) => detail(label, block(text, INDENT + INDENT))),
    ...(basis.length > 0 ? [detail(texts.report.evidence, basis.map(inline).join('; '))] : []),
    ...others.map(({ label, target }) => detail(label, inline(target))),
    ...(card.tags.length > 0 ? [detail(words.artefacts.tags.label, card.tags.map(inline).join(', '))] : []),
    `- *${byline.map(inline).join(' · ')}*`,
  ]
}

const targets = ({ relations }: ReportCard, leadsBack: boolean) =>
  relations
    .filter((relation) => relation.leadsBack === leadsBack)
    .map(({ label, target }) => `${label} ${target}`)

/** "belegt durch" begins a line here, so its first letter is raised; a question needs no colon. */
function detail(label: string, text: string): string {
  const raised = `${label.charAt(0).toUpperCase()}${label.slice(1)}`
  return `- ${raised}${raised.endsWith('?') ? '' : ':'} ${text}`
}
