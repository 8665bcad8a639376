import { z } from 'zod'
import type { GroupId, MemberId } from '#shared/base/ids.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import type { EventEnvelope } from '#shared/facilitation/events.ts'
import type { FacilitationState } from '#shared/facilitation/state.ts'
import { stepWithVote } from '#shared/facilitation/step/modes.ts'
import { resultOf, type BallotOfPart, type VoteResult } from '#shared/facilitation/vote/count.ts'
import { isEligible, isValidBallot, voteOf } from '#shared/facilitation/vote/rules.ts'
import { ballotSchema, type Ballot, type Vote } from '#shared/facilitation/vote/vote.ts'
import type { DownMessage } from '#shared/protocol/facilitation-messages.ts'
import type { BallotBox, BoxId } from '#server/ports/ballot-box.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { Member } from '#server/ports/people-store.ts'
import { mayOnPage, type Admitted } from '#server/rooms/admitted.ts'
import type { Rooms } from '#server/rooms/rooms.ts'

interface PollingDeps {
  box: BallotBox
  clock: Clock
  logger: Logger
  /** Asked late, because rooms and their secrets need each other. */
  rooms: () => Pick<Rooms, 'facilitation' | 'tell'>
}

/** Others are told at most this often how many have voted, so that no single ballot is seen to fall. */
const TELL_EVERY_MS = 1_000

/**
 * Votes and their ballots. Invariants (cited by the tests):
 * 1. A ballot goes into the box and nowhere else: into no event, no log, and to nobody but its voter's own devices.
 * 2. While a vote runs others learn how many have voted, moderators as well, and nothing more.
 * 3. A box is there before its vote opens, and destroyed after the result is stored; what a crash left between the two
 *    is finished at the next start.
 * 4. A vote whose box is missing is void, and says so.
 * 5. Ballots are taken while the step of their vote runs, of those whom its mode and the vote's rule let vote.
 */
export class Polling {
  readonly #deps: PollingDeps
  readonly #telling = new Map<string, () => void>()

  constructor(deps: PollingDeps) {
    this.#deps = deps
  }

  /** Called before events are stored. */
  preparing(groupId: GroupId, envelopes: readonly EventEnvelope[]): void {
    for (const { event } of envelopes)
      if (event.type === 'VoteOpened') this.#deps.box.open({ groupId, voteId: event.voteId })
  }

  /** Called once events are durable. */
  stored(groupId: GroupId, envelopes: readonly EventEnvelope[]): void {
    for (const { event } of envelopes)
      if (event.type === 'VoteCounted' || event.type === 'VoteDiscarded')
        this.#deps.box.destroy({ groupId, voteId: event.voteId })
  }

  /** The result of a closed vote; null where its ballots are gone. */
  tally(groupId: GroupId, vote: Vote): VoteResult | null {
    const choices = this.#deps.box.choices({ groupId, voteId: vote.id })
    return choices && resultOf(vote, choices.map(readChoice))
  }

  async cast(
    voter: Admitted,
    state: FacilitationState,
    voteId: string,
    ballot: Ballot,
  ): Promise<Result<void, ErrorCode>> {
    const { member, group } = voter
    const known = voteOf(state.votes, voteId)
    if (known?.status !== 'open') return refused('vote_not_ready')
    if (!stepWithVote(state.step, voteId)) return refused('vote_paused')
    if (!mayOnPage(voter, 'page.vote', 'vote')) return refused('vote_not_eligible')
    if (!isEligible(known.vote, member)) return refused('vote_not_eligible')
    if (!isValidBallot(known.vote, ballot)) return refused('ballot_invalid')
    const id = { groupId: group.id, voteId }
    if (this.#deps.box.turnout(id) === null) return refused('vote_void')
    const choice: BallotOfPart = { ballot, part: partOf(known.vote, member) }
    await this.#deps.box.cast(id, member.id, JSON.stringify(choice))
    this.#announce(id)
    return accepted(undefined)
  }

  /** What somebody who comes in is told: how many have voted, and what they chose themselves. */
  entered(groupId: GroupId, { votes }: FacilitationState, memberId: MemberId): DownMessage[] {
    return votes.flatMap(({ status, vote: { id: voteId } }): DownMessage[] => {
      if (status !== 'open' && status !== 'closed') return []
      const id = { groupId, voteId }
      const ballots = this.#deps.box.turnout(id)
      if (ballots === null) return [{ type: 'turnout', voteId, ballots: null }]
      const own = this.#deps.box.own(id, memberId)
      const turnout: DownMessage = { type: 'turnout', voteId, ballots }
      return own === null
        ? [turnout]
        : [turnout, { type: 'ownBallot', voteId, ballot: readChoice(own).ballot }]
    })
  }

  /** Finishes what a crash left: boxes of votes that are counted or discarded, or of rooms that are gone. */
  async sweep(): Promise<void> {
    for (const id of this.#deps.box.ids()) {
      try {
        const known = voteOf((await this.#deps.rooms().facilitation(id.groupId)).votes, id.voteId)
        if (known?.status !== 'open' && known?.status !== 'closed') this.#deps.box.destroy(id)
      } catch (error) {
        this.#deps.logger.warn(
          { err: error as Error, groupId: id.groupId },
          'a ballot box could not be swept',
        )
      }
    }
  }

  /** The room is being removed. */
  removing(groupId: GroupId): void {
    for (const id of this.#deps.box.ids()) if (id.groupId === groupId) this.#deps.box.destroy(id)
  }

  close(): void {
    for (const cancel of this.#telling.values()) cancel()
    this.#telling.clear()
    this.#deps.box.close()
  }

  #announce(id: BoxId): void {
    const { groupId, voteId } = id
    const name = `${groupId}.${voteId}`
    if (this.#telling.has(name)) return
    const cancel = this.#deps.clock.after(TELL_EVERY_MS, () => {
      this.#telling.delete(name)
      const ballots = this.#deps.box.turnout(id)
      this.#deps.rooms().tell(groupId, { type: 'turnout', voteId, ballots })
    })
    this.#telling.set(name, cancel)
  }
}

/** Which part of the result a ballot counts for; frozen with it, whatever somebody becomes later. */
function partOf({ parts }: Vote, { role, organisationKind }: Member): string | null {
  switch (parts) {
    case 'none':
      return null
    case 'roles':
      return role
    case 'organisationKinds':
      return organisationKind
  }
}

const choiceSchema = z.object({ ballot: ballotSchema, part: z.string().nullable() })

const readChoice = (choice: string): BallotOfPart => choiceSchema.parse(JSON.parse(choice))
