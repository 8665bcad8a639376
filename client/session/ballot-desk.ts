import { createStore } from 'zustand/vanilla'
import type { Result } from '#shared/base/result.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import type { Ballot } from '#shared/facilitation/vote/vote.ts'
import type { BallotsState } from './room-session.ts'

type Transmit = (voteId: string, ballot: Ballot) => Promise<Result<void, ErrorCode>>

/** Refused for the moment; it is offered again with the next word of the server. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['room_unavailable', 'storage_unavailable'])

/**
 * What this person chooses, on its way to the ballot box. Invariants (cited by the tests):
 * 1. What was chosen last is what arrives last: one ballot of a vote is on its way at a time, and the newest follows.
 * 2. Nothing is called cast before the server has said that it lies in the box.
 * 3. A refused choice is taken back to the one in the box, and said so once.
 * 4. What could not be sent waits for the line.
 */
export class BallotDesk {
  readonly state = createStore<BallotsState>(() => ({ own: new Map(), turnouts: new Map(), refusal: null }))
  private readonly transmit: Transmit
  private readonly inBox = new Map<string, Ballot>()
  private readonly travelling = new Set<string>()

  constructor(transmit: Transmit) {
    this.transmit = transmit
  }

  cast(voteId: string, ballot: Ballot): void {
    this.show(voteId, ballot, 'sending')
    if (!this.travelling.has(voteId)) void this.send(voteId)
  }

  /** What lies in the box, cast here or on another device. */
  told(voteId: string, ballot: Ballot): void {
    this.inBox.set(voteId, ballot)
    const shown = this.state.getState().own.get(voteId)
    if (!shown || shown.status === 'cast') this.show(voteId, ballot, 'cast')
  }

  turnout(voteId: string, ballots: number | null): void {
    const { turnouts } = this.state.getState()
    this.state.setState({ turnouts: new Map(turnouts).set(voteId, ballots) })
  }

  /** There is a new connection. */
  askAgain(): void {
    for (const [voteId, { status }] of this.state.getState().own)
      if (status === 'waiting' && !this.travelling.has(voteId)) void this.send(voteId)
  }

  private async send(voteId: string): Promise<void> {
    const { ballot } = this.state.getState().own.get(voteId)!
    this.travelling.add(voteId)
    this.show(voteId, ballot, 'sending')
    const answer = await this.transmit(voteId, ballot)
    this.travelling.delete(voteId)
    const newest = this.state.getState().own.get(voteId)!.ballot
    if (answer.ok) {
      this.inBox.set(voteId, ballot)
      if (newest === ballot) this.show(voteId, ballot, 'cast')
      else void this.send(voteId)
    } else if (passing.has(answer.refusal)) this.show(voteId, newest, 'waiting')
    else this.takeBack(voteId, answer.refusal)
  }

  private takeBack(voteId: string, code: ErrorCode): void {
    const former = this.inBox.get(voteId)
    if (former) this.show(voteId, former, 'cast')
    else {
      const own = new Map(this.state.getState().own)
      own.delete(voteId)
      this.state.setState({ own })
    }
    this.state.setState(({ refusal }) => ({ refusal: { code, times: (refusal?.times ?? 0) + 1 } }))
  }

  private show(voteId: string, ballot: Ballot, status: 'cast' | 'sending' | 'waiting'): void {
    const { own } = this.state.getState()
    this.state.setState({ own: new Map(own).set(voteId, { ballot, status }) })
  }
}
