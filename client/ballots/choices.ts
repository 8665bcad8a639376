import type { Ballot, Vote } from '#shared/facilitation/vote/vote.ts'

type Of<Type extends Ballot['type']> = Extract<Ballot, { type: Type }>

type YesNo = Of<'yesNo'>['answers'][string]
type Consent = Of<'consent'>['answers'][string]

/** A ballot of this vote's kind: the own one, or one on which nothing is chosen yet. */
export function ballotOf<Type extends Ballot['type']>(
  type: Type,
  vote: Pick<Vote, 'candidates'>,
  own: Ballot | null,
): Of<Type> {
  if (own?.type === type) return own as Of<Type>
  const blank: { [Kind in Ballot['type']]: Of<Kind> } = {
    dots: { type: 'dots', dots: {} },
    ranking: { type: 'ranking', order: [...vote.candidates] },
    scale: { type: 'scale', marks: {} },
    yesNo: { type: 'yesNo', answers: {} },
    consent: { type: 'consent', answers: {}, reasons: {} },
  }
  return blank[type]
}

/** Whether something stands on a ballot for a candidate. A place in an order is no mark of its own. */
export function isChosen(ballot: Ballot, candidate: string): boolean {
  switch (ballot.type) {
    case 'dots':
      return ballot.dots[candidate] !== undefined
    case 'scale':
      return ballot.marks[candidate] !== undefined
    case 'yesNo':
    case 'consent':
      return ballot.answers[candidate] !== undefined
    case 'ranking':
      return false
  }
}

export const dotsUsed = ({ dots }: Of<'dots'>): number =>
  Object.values(dots).reduce((sum, count) => sum + count, 0)

export function withDots(ballot: Of<'dots'>, candidate: string, count: number): Of<'dots'> {
  return { ...ballot, dots: chosen(ballot.dots, candidate, count > 0 ? count : null) }
}

/** The same mark a second time takes it back. */
export function withMark(ballot: Of<'scale'>, candidate: string, mark: number): Of<'scale'> {
  return {
    ...ballot,
    marks: chosen(ballot.marks, candidate, ballot.marks[candidate] === mark ? null : mark),
  }
}

/** The same answer a second time takes it back. */
export function withYesNo(ballot: Of<'yesNo'>, candidate: string, answer: YesNo): Of<'yesNo'> {
  const { answers } = ballot
  return { ...ballot, answers: chosen(answers, candidate, answers[candidate] === answer ? null : answer) }
}

/** A reason stands with an objection only. */
export function withConsent(ballot: Of<'consent'>, candidate: string, answer: Consent): Of<'consent'> {
  const next = ballot.answers[candidate] === answer ? null : answer
  const answers = chosen<Consent>(ballot.answers, candidate, next)
  const reasons = next === 'objection' ? ballot.reasons : chosen<string>(ballot.reasons, candidate, null)
  return { ...ballot, answers, reasons }
}

export function withReason(ballot: Of<'consent'>, candidate: string, reason: string): Of<'consent'> {
  const words = reason.trim() === '' ? null : reason
  return { ...ballot, reasons: chosen(ballot.reasons, candidate, words) }
}

/** One place up (−1) or down (+1), or further; at the ends nothing happens. */
export function movedBy(ballot: Of<'ranking'>, candidate: string, by: number): Of<'ranking'> {
  const from = ballot.order.indexOf(candidate)
  const to = Math.max(0, Math.min(ballot.order.length - 1, from + by))
  if (from < 0 || from === to) return ballot
  const order = ballot.order.filter((id) => id !== candidate)
  order.splice(to, 0, candidate)
  return { ...ballot, order }
}

function chosen<Choice>(
  choices: Readonly<Record<string, Choice>>,
  candidate: string,
  choice: Choice | null,
): Record<string, Choice> {
  const others = Object.fromEntries(Object.entries(choices).filter(([id]) => id !== candidate))
  return choice === null ? others : { ...others, [candidate]: choice }
}
