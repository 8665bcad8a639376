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
  async preparing(groupId: GroupId, envelopes: readonly EventEnvelope[]): Promise<void> {
    for (const { event } of envelopes)
      if (event.type === 'VoteOpened') await this.#deps.box.open({ groupId, voteId: event.voteId })
  }

  /** Called once events are durable: what cannot be destroyed now is destroyed at the next start. */
  async stored(groupId: GroupId, envelopes: readonly EventEnvelope[]): Promise<void> {
    for (const { event } of envelopes) {
      if (event.type !== 'VoteCounted' && event.type !== 'VoteDiscarded') continue
      try {
        await this.#deps.box.destroy({ groupId, voteId: event.voteId })
      } catch (error) {
        this.#deps.logger.error({ err: error as Error, groupId }, 'a ballot box could not be destroyed')
      }
    }
  }

  /** The result of a closed vote, into whose box nobody casts any more; null where its ballots are gone. */
  async tally(groupId: GroupId, vote: Vote): Promise<VoteResult | null> {
    const choices = await this.#deps.box.choices({ groupId, voteId: vote.id })
    return choices && resultOf(vote, choices.map(readChoice))
  }

  /** From the look at the vote until the ballot is handed over nothing is awaited. */
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
    const choice: BallotOfPart = { ballot, part: partOf(known.vote, member) }
    if (!(await this.#deps.box.cast(id, member.id, JSON.stringify(choice)))) return refused('vote_void')
    this.#announce(id)
    return accepted(undefined)
  }

  /**
   * What somebody who comes in is told: how many have voted, and what they chose themselves. Each answer is told when it
   * comes, so that it is never told after a later one.
   */
  async entered(
    groupId: GroupId,
    { votes }: FacilitationState,
    memberId: MemberId,
    tell: (message: DownMessage) => void,
  ): Promise<void> {
    const { box } = this.#deps
    const told = votes.flatMap(({ status, vote: { id: voteId } }) => {
      if (status !== 'open' && status !== 'closed') return []
      const id = { groupId, voteId }
      return [
        box.turnout(id).then((ballots) => tell({ type: 'turnout', voteId, ballots })),
        box.own(id, memberId).then((own) => {
          if (own !== null) tell({ type: 'ownBallot', voteId, ballot: readChoice(own).ballot })
        }),
      ]
    })
    await Promise.all(told)
  }

  /** Finishes what a crash left: boxes of votes that are counted or discarded, or of rooms that are gone. */
  async sweep(): Promise<void> {
    for (const id of await this.#deps.box.ids()) {
      try {
        const known = voteOf((await this.#deps.rooms().facilitation(id.groupId)).votes, id.voteId)
        if (known?.status !== 'open' && known?.status !== 'closed') await this.#deps.box.destroy(id)
      } catch (error) {
        this.#deps.logger.warn(
          { err: error as Error, groupId: id.groupId },
          'a ballot box could not be swept',
        )
      }
    }
  }

  /** The room is being removed. */
  async removing(groupId: GroupId): Promise<void> {
    for (const id of await this.#deps.box.ids()) if (id.groupId === groupId) await this.#deps.box.destroy(id)
  }

  async close(): Promise<void> {
    for (const cancel of this.#telling.values()) cancel()
    this.#telling.clear()
    await this.#deps.box.close()
  }

  #announce(id: BoxId): void {
    const { groupId, voteId } = id
    const name = `${groupId}.${voteId}`
    if (this.#telling.has(name)) return
    const cancel = this.#deps.clock.after(TELL_EVERY_MS, () => {
      this.#telling.delete(name)
      void this.#tellTurnout(id)
    })
    this.#telling.set(name, cancel)
  }

  async #tellTurnout(id: BoxId): Promise<void> {
    const { box, rooms, logger } = this.#deps
    const { groupId, voteId } = id
    try {
      rooms().tell(groupId, { type: 'turnout', voteId, ballots: await box.turnout(id) })
    } catch (error) {
      logger.warn({ err: error as Error, groupId }, 'nobody was told how many have voted')
    }
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
