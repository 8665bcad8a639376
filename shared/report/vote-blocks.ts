import type { LocalTime } from './local-time.ts'
import type { ReportVote } from './report.ts'
import { paragraph, plain, type Block } from './tree.ts'
import { wordTable } from './word-table.ts'
import { fill, type Words } from './words.ts'

interface Telling {
  words: Words
  time: LocalTime
}

/** What was voted on, and how it ended; a table each. @param level of the heading above them */
export function voteBlocks(votes: readonly ReportVote[], level: number, { words, time }: Telling): Block[] {
  if (votes.length === 0) return []
  const texts = words.documents.votes
  return [
    { type: 'heading', level, text: texts.title },
    ...votes.flatMap((vote): Block[] => {
      const { question, method, ballots, countedAt, columns, rows, reasons } = vote
      const about = fill(texts.about, { method, ballots, time: time.moment(countedAt) })
      const titled = columns.map((title, n) => ({ title, align: n === 0 ? 'start' : 'end' }) as const)
      return [
        { type: 'heading', level: level + 1, text: question },
        paragraph(about),
        wordTable(question, titled, rows),
        ...(reasons.length > 0
          ? ([
              paragraph(`${texts.reasons}:`),
              { type: 'list', ordered: false, items: reasons.map((reason) => ({ runs: plain(reason) })) },
            ] as const)
          : []),
      ]
    }),
  ]
}
