import { z } from 'zod'
import { limits } from '../../base/limits.ts'
import type { Ballot, Vote } from './vote.ts'

const lineSchema = z.object({
  candidate: z.string(),
  /** What the order of the result follows from. Equal ones are equal: a tie is shown as one. */
  points: z.number(),
  /**
   * How many people said what. dots: who gave 1, 2, 3 … dots; ranking: who put it first, second …; scale: who gave 1 to
   * 5; yesNo: yes, no, abstentions; consent: consents, objections, abstentions.
   */
  spread: z.array(z.number()),
  /** Reasons of objections, by alphabet, so that their order tells nothing. */
  reasons: z.array(z.string()),
})

const countSchema = z.object({
  ballots: z.number().int(),
  /** By points, the most first; equal ones in the order of the candidates. */
  lines: z.array(lineSchema),
})
type Count = z.infer<typeof countSchema>

export const resultSchema = countSchema.extend({
  /** Roles or kinds of organisation of which the result is shown apart; the largest first. */
  parts: z.array(countSchema.extend({ of: z.string() })).default([]),
})
export type VoteResult = z.infer<typeof resultSchema>

/** A ballot as it is counted: with the role or kind of organisation of whoever cast it, where the vote asks for that. */
export interface BallotOfPart {
  ballot: Ballot
  part: string | null
}

/**
 * The result of a vote. Parts are shown only where neither they nor what is left when all of them are taken away are
 * fewer than `limits.leastSecretBallots`: the difference would tell of those.
 */
export function resultOf(vote: Vote, cast: readonly BallotOfPart[]): VoteResult {
  const all = cast.map(({ ballot }) => ballot)
  const parts = shownParts(cast).map(([of, ballots]) => ({ of, ...countBallots(vote, ballots) }))
  return { ...countBallots(vote, all), parts }
}

function shownParts(cast: readonly BallotOfPart[]): [string, Ballot[]][] {
  const least = limits.leastSecretBallots
  const byPart = new Map<string, Ballot[]>()
  for (const { ballot, part } of cast)
    if (part !== null) byPart.set(part, [...(byPart.get(part) ?? []), ballot])
  const shown = [...byPart]
    .filter(([, ballots]) => ballots.length >= least)
    .sort(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1))
  const rest = () => cast.length - shown.reduce((sum, [, ballots]) => sum + ballots.length, 0)
  while (shown.length > 0 && rest() > 0 && rest() < least) shown.pop()
  return shown
}

/** Counts ballots; their order makes no difference. Points of a ranking are Borda's: one for each candidate behind. */
export function countBallots(
  { kind, candidates }: Pick<Vote, 'kind' | 'candidates'>,
  ballots: readonly Ballot[],
): Count {
  const lines = candidates.map((candidate) => {
    const spread = Array.from({ length: choicesOf(kind, candidates.length) }, () => 0)
    const reasons: string[] = []
    for (const ballot of ballots) {
      const choice = choiceOf(ballot, candidate)
      if (choice !== null && choice < spread.length) spread[choice] = (spread[choice] ?? 0) + 1
      const reason = ballot.type === 'consent' ? ballot.reasons[candidate] : undefined
      if (reason !== undefined) reasons.push(reason)
    }
    return { candidate, points: pointsOf(kind, spread), spread, reasons: reasons.sort() }
  })
  return { ballots: ballots.length, lines: lines.sort((a, b) => b.points - a.points) }
}

function choicesOf(kind: Vote['kind'], candidates: number): number {
  switch (kind.type) {
    case 'dots':
      return kind.dotsPerCard
    case 'ranking':
      return candidates
    case 'scale':
      return 5
    case 'yesNo':
    case 'consent':
      return 3
  }
}

const yesNo = ['yes', 'no', 'abstain']
const consent = ['consent', 'objection', 'abstain']

/** Which of the possible choices a ballot made of a candidate; null for none. */
function choiceOf(ballot: Ballot, candidate: string): number | null {
  switch (ballot.type) {
    case 'dots':
      return asChoice(ballot.dots[candidate])
    case 'scale':
      return asChoice(ballot.marks[candidate])
    case 'ranking':
      return atOf(ballot.order, candidate)
    case 'yesNo':
      return atOf(yesNo, ballot.answers[candidate])
    case 'consent':
      return atOf(consent, ballot.answers[candidate])
  }
}

const asChoice = (number: number | undefined) => (number === undefined ? null : number - 1)

function atOf(list: readonly string[], item: string | undefined): number | null {
  const at = item === undefined ? -1 : list.indexOf(item)
  return at < 0 ? null : at
}

function pointsOf(kind: Vote['kind'], spread: readonly number[]): number {
  const sum = (worth: (choice: number) => number) =>
    spread.reduce((total, people, choice) => total + people * worth(choice), 0)
  switch (kind.type) {
    case 'dots':
    case 'scale':
      return sum((choice) => choice + 1)
    case 'ranking':
      return sum((choice) => spread.length - 1 - choice)
    case 'yesNo':
    case 'consent':
      return (spread[0] ?? 0) - (spread[1] ?? 0)
  }
}
