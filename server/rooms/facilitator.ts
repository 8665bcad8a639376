import type { MemberId } from '#shared/base/ids.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { decide } from '#shared/facilitation/decide.ts'
import {
  isPassing,
  readEnvelope,
  type AnyEvent,
  type EventEnvelope,
  type FacilitationEvent,
  type StoredEnvelope,
} from '#shared/facilitation/events.ts'
import { evolve } from '#shared/facilitation/evolve.ts'
import { remembering } from '#shared/facilitation/recent-commands.ts'
import type { FacilitationState } from '#shared/facilitation/state.ts'
import type { VoteResult } from '#shared/facilitation/vote/count.ts'
import { voteOf } from '#shared/facilitation/vote/rules.ts'
import type { Vote } from '#shared/facilitation/vote/vote.ts'
import type { Clock } from '#server/ports/clock.ts'

/** A command and who sent it. */
interface Order {
  /** Chosen by the client; the same id of the same member is the same command. */
  id: string
  command: Command
  by: MemberId
  /** Whether the sender holds the right to it here and now. */
  isAllowed: boolean
}

interface FacilitatorDeps {
  /** Everything that happened in the room, in order. */
  load: () => Promise<StoredEnvelope[]>
  /** Appends durably; false, with nothing stored, when one of the numbers is taken. */
  commit: (envelopes: readonly EventEnvelope[]) => Promise<boolean>
  clock: Clock
  /** State before the first event. */
  initial: FacilitationState
  pageExists: (pageId: string) => boolean
  /** Counts a closed vote; null where its ballots are gone. */
  tally: (vote: Vote) => Promise<VoteResult | null>
  /** Called for each stored event in order, after it is durable. */
  onEvent: (envelope: EventEnvelope, before: FacilitationState) => void
  /** Called once per command that changed something, after its events are durable. */
  onChange: (before: FacilitationState, after: FacilitationState) => void
  /** The log holds an event that this version cannot read. It stays there and is passed over. */
  onUnreadable: (stored: StoredEnvelope) => void
}

interface Facts {
  at: number
  by: MemberId
  command: string
}

const MAX_LOST_RACES = 5

/**
 * Decides the commands of one room. Invariants (cited by the tests):
 * 1. Commands are decided one after the other, each on the state that the one before left.
 * 2. Nobody learns of an event before it is durable; one that is kept by nobody takes no number.
 * 3. Who loses the race for a sequence number reloads and decides again, on what really happened.
 * 4. A command has its effect once, however often it is sent, also after a restart.
 * 5. An event that cannot be read (a newer version wrote it) keeps its number and stops nothing.
 */
export class Facilitator {
  readonly #deps: FacilitatorDeps
  #state: FacilitationState
  #queue: Promise<unknown> = Promise.resolve()

  private constructor(deps: FacilitatorDeps) {
    this.#deps = deps
    this.#state = deps.initial
  }

  static async load(deps: FacilitatorDeps): Promise<Facilitator> {
    const facilitator = new Facilitator(deps)
    for (const stored of await deps.load()) facilitator.#replay(stored)
    return facilitator
  }

  get state(): FacilitationState {
    return this.#state
  }

  /** Resolves once every command that was given until now is decided and stored, or failed. */
  async settled(): Promise<void> {
    await this.#queue
  }

  command(order: Order): Promise<Result<void, ErrorCode>> {
    const answer = this.#queue.then(() => this.#carryOut(order))
    this.#queue = answer.catch(() => undefined)
    return answer
  }

  async #carryOut({ id, command, by, isAllowed }: Order): Promise<Result<void, ErrorCode>> {
    for (let race = 0; race < MAX_LOST_RACES; race++) {
      const nowMs = this.#deps.clock.now()
      const context = {
        by,
        commandId: id,
        isAllowed,
        nowMs,
        pageExists: this.#deps.pageExists,
        tally: isAllowed ? await this.#tallyFor(command) : null,
      }
      const decision = decide(this.#state, command, context)
      if (!decision.ok) return decision
      if (await this.#happen(decision.value, { at: nowMs, by, command: id })) {
        // What changed nothing now could change something when it is sent again later
        this.#state = remembering(this.#state, { by, id })
        return accepted(undefined)
      }
      await this.#catchUp()
    }
    return refused('internal')
  }

  /** Between the counting and the decision nothing changes the state: only the next command in the queue could. */
  async #tallyFor(command: Command): Promise<VoteResult | null> {
    if (command.type !== 'countVote') return null
    const known = voteOf(this.#state.votes, command.voteId)
    return known?.status === 'closed' ? this.#deps.tally(known.vote) : null
  }

  /** False, and nothing has happened, when somebody else was faster. */
  async #happen(events: readonly AnyEvent[], facts: Facts): Promise<boolean> {
    const kept = events.filter((event): event is FacilitationEvent => !isPassing(event))
    const envelopes = kept.map((event, i) => ({ seq: this.#state.seq + 1 + i, ...facts, event }))
    const { commit, onChange } = this.#deps
    if (envelopes.length > 0 && !(await commit(envelopes))) return false
    const before = this.#state
    for (const envelope of envelopes) this.#apply(envelope)
    for (const event of events.filter(isPassing)) {
      this.#state = evolve(this.#state, { seq: this.#state.seq, ...facts, event })
    }
    if (events.length > 0) onChange(before, this.#state)
    return true
  }

  async #catchUp(): Promise<void> {
    const before = this.#state
    for (const stored of await this.#deps.load()) {
      if (stored.seq <= this.#state.seq) continue
      const envelope = readEnvelope(stored)
      if (envelope) this.#apply(envelope)
      else this.#passOver(stored)
    }
    this.#deps.onChange(before, this.#state)
  }

  #apply(envelope: EventEnvelope): void {
    const before = this.#state
    this.#state = evolve(before, envelope)
    this.#deps.onEvent(envelope, before)
  }

  /** What happened before this room was loaded: nobody is told of it. */
  #replay(stored: StoredEnvelope): void {
    const envelope = readEnvelope(stored)
    if (envelope) this.#state = evolve(this.#state, envelope)
    else this.#passOver(stored)
  }

  #passOver(stored: StoredEnvelope): void {
    this.#state = { ...this.#state, seq: stored.seq }
    this.#deps.onUnreadable(stored)
  }
}
