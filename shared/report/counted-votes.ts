import { readableEvents, type StoredEnvelope } from '../facilitation/events.ts'
import type { VoteResult } from '../facilitation/vote/count.ts'
import { placedLines, type PlacedLine } from '../facilitation/vote/outcome.ts'
import type { Vote } from '../facilitation/vote/vote.ts'
import type { ReportVote } from './report.ts'
import { fill, type Words } from './words.ts'

type ResultLine = VoteResult['lines'][number]

interface Naming {
  words: Words
  /** Null for a card that is not there any more. */
  nameOf: (candidate: string) => string | null
}

/** Results of votes, as they stand in a group's log. Who voted what stands nowhere. */
export function countedVotes(
  history: readonly StoredEnvelope[],
  clear: <Value>(value: Value) => Value,
  naming: Naming,
): ReportVote[] {
  const votes = new Map<string, Vote>()
  const counted: ReportVote[] = []
  for (const { at, event } of readableEvents(history)) {
    if (event.type === 'VotePrepared') votes.set(event.vote.id, event.vote)
    if (event.type !== 'VoteCounted') continue
    const vote = votes.get(event.voteId)
    // A trial is no result
    if (vote && !vote.trial) counted.push(clear(resultInWords(vote, event.result, at, naming)))
  }
  return counted
}

function resultInWords(vote: Vote, result: VoteResult, countedAt: number, naming: Naming): ReportVote {
  const texts = naming.words.documents.votes
  const figures = figuresOf(vote, naming.words)
  const placed = placedLines(vote.kind, result)
  return {
    question: vote.question,
    method: texts.method[vote.kind.type],
    ballots: result.ballots,
    candidates: placed.map(({ line }) => line.candidate),
    countedAt,
    columns: [texts.candidate, ...figures.map(({ title }) => title), texts.rank],
    rows: placed.map((each) => [
      naming.nameOf(each.line.candidate) ?? texts.gone,
      ...figures.map(({ of }) => of(each.line)),
      rankText(each, texts),
    ]),
    reasons: result.lines.flatMap(({ reasons }) => reasons),
  }
}

interface Figure {
  title: string
  of: (line: ResultLine) => string
}

function figuresOf({ kind }: Vote, { documents: { votes: texts } }: Words): Figure[] {
  const people = (title: string, choice: number): Figure => ({
    title,
    of: ({ spread }) => String(spread[choice] ?? 0),
  })
  const points: Figure = { title: texts.points, of: (line) => String(line.points) }
  switch (kind.type) {
    case 'dots':
      return [points, { title: texts.voters, of: ({ spread }) => String(sum(spread)) }]
    case 'ranking':
      return [points, people(texts.first, 0)]
    case 'scale':
      return [points, ...[1, 2, 3, 4, 5].map((mark) => people(fill(texts.mark, { mark }), mark - 1))]
    case 'yesNo':
      return [people(texts.yes, 0), people(texts.no, 1), people(texts.abstained, 2)]
    case 'consent':
      return [people(texts.consents, 0), people(texts.objections, 1), people(texts.abstained, 2)]
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0)

/** Equal ones share a rank, and it is said. */
function rankText({ place, isTied }: PlacedLine, texts: Words['documents']['votes']): string {
  if (place === null) return '–'
  return isTied ? fill(texts.tie, { rank: place }) : String(place)
}
