import type { Ballot, Vote } from '#shared/facilitation/vote/vote.ts'

/** What every control takes by which something is said of one candidate. */
export interface BallotControlProps {
  vote: Vote
  candidate: string
  /** What the candidate is called, for those who do not see where the control stands. */
  name: string
  /** The own ballot; null as long as nothing is chosen. */
  ballot: Ballot | null
  /** Closed: shows what was chosen. */
  disabled: boolean
  onChoose: (ballot: Ballot) => void
  /** In a row of the list only the active row is in the tab order. */
  tabIndex?: 0 | -1 | undefined
}
