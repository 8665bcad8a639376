import { fieldsOf, traitsOf } from '../kinds/index.ts'
import type { Report, ReportCard } from './report.ts'
import { frontOf } from './results-tree.ts'
import type { Table } from './table.ts'
import { paragraph, settledBlocks, type Block, type DocumentTree, type Picture } from './tree.ts'
import { wordTable } from './word-table.ts'
import { optionLabel, wordsIn, type Words } from './words.ts'

/** A point on the way to putting results into practice, in words. */
interface RoadmapEntry {
  group: string
  /** Place of its group among those of the report, because groups may be called alike. */
  groupPlace: number
  what: string
  /** "2026-11-21"; null where nobody set one. */
  day: string | null
  /** The same as it is read; empty without one. */
  when: string
  step: string
  who: string
  isDone: boolean
}

/** What all groups of a report plan. */
export interface Roadmap {
  /** In their order, with their words. */
  steps: readonly string[]
  /** The earliest first; what has no day comes last. */
  entries: readonly RoadmapEntry[]
}

/** Behind every day there is. */
const LAST = '9999'

/** Null where nobody plans anything yet. */
export function roadmapOf(report: Report): Roadmap | null {
  const words = wordsIn(report.language)
  const steps = new Set<string>()
  const entries = report.groups
    .flatMap(({ name, cards }, place) => cards.map((card) => ({ group: name, groupPlace: place, card })))
    .flatMap(({ group, groupPlace, card }) => {
      const rule = traitsOf(card.kind).milestone
      if (!rule || card.withheld) return []
      for (const step of stepsOf(card, rule.step, words)) steps.add(step)
      const field = (name: string) => card.fields.find((one) => one.name === name)
      const due = field(rule.day)
      const done = optionLabel(words, card.kind, rule.promise.by, rule.promise.done)
      return [
        {
          group,
          groupPlace,
          what: card.headline,
          day: due?.figure && 'day' in due.figure ? due.figure.day : null,
          when: due?.text ?? '',
          step: field(rule.step)?.text ?? '',
          who: field(rule.owner)?.text ?? '',
          isDone: field(rule.promise.by)?.text === done,
        },
      ]
    })
    .sort((a, b) => (a.day ?? LAST).localeCompare(b.day ?? LAST))
  return entries.length === 0 ? null : { steps: [...steps], entries }
}

function stepsOf({ kind }: ReportCard, name: string, words: Words): string[] {
  const spec = fieldsOf(kind)[name]
  return spec?.type === 'choice' ? spec.options.map((step) => optionLabel(words, kind, name, step)) : []
}

/** The roadmap as a document: a picture, a list by steps and a table by days. */
export function roadmapTree(report: Report, roadmap: Roadmap | null, picture: Picture | null): DocumentTree {
  const words = wordsIn(report.language)
  const { roadmap: texts } = words.cockpit
  const front = { ...frontOf(report), subtitle: texts.title, hasContents: false, cover: null }
  if (!roadmap) return { ...front, blocks: [paragraph(texts.emptyTitle)] }
  const blocks: Block[] = [
    ...(picture ? [picture] : []),
    { type: 'heading', level: 1, text: texts.bySteps },
    ...roadmap.steps.flatMap((step) => stepBlocks(step, roadmap, words)),
    { type: 'heading', level: 1, text: texts.byDays },
    dayTable(report, roadmap, words),
  ]
  return { ...front, blocks: settledBlocks(blocks) }
}

function stepBlocks(step: string, { entries }: Roadmap, words: Words): Block[] {
  const inside = entries.filter((entry) => entry.step === step)
  if (inside.length === 0) return []
  const { roadmap: texts } = words.cockpit
  const items = inside.map(({ when, what, group, who, isDone }) => {
    const about = [group, who, isDone ? texts.done : ''].filter(Boolean).join(' · ')
    return {
      runs: [
        { text: `${when || texts.noDay}: `, quiet: true as const },
        { text: what, strong: true as const },
        { text: ` (${about})`, quiet: true as const },
      ],
    }
  })
  return [
    { type: 'heading', level: 2, text: step },
    { type: 'list', ordered: false, items },
  ]
}

function dayTable(report: Report, { entries }: Roadmap, words: Words): Block {
  const { columns, done, open, byDays } = words.cockpit.roadmap
  const several = report.groups.length > 1
  return wordTable(
    byDays,
    [
      columns.day,
      columns.what,
      ...(several ? [columns.group] : []),
      columns.step,
      columns.who,
      columns.state,
    ].map((title) => ({ title })),
    entries.map(({ when, what, group, step, who, isDone }) => [
      when,
      what,
      ...(several ? [group] : []),
      step,
      who,
      isDone ? done : open,
    ]),
  )
}

/** The same to calculate and filter with. */
export function roadmapTable(report: Report, roadmap: Roadmap | null): Table {
  const { title, columns, done, open } = wordsIn(report.language).cockpit.roadmap
  const rows = (roadmap?.entries ?? []).map(({ day, when, what, group, step, who, isDone }) => [
    day === null ? '' : { text: when, day: new Date(day) },
    what,
    group,
    step,
    who,
    isDone ? done : open,
  ])
  const { day, what, group, step, who, state } = columns
  return { name: title, columns: [day, what, group, step, who, state], rows }
}
