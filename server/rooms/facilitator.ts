import type { GroupId, MemberId } from '#shared/base/ids.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { decide } from '#shared/facilitation/decide.ts'
import type { EventEnvelope } from '#shared/facilitation/events.ts'
import { evolve } from '#shared/facilitation/evolve.ts'
import type { FacilitationState } from '#shared/facilitation/state.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { EventLog } from '#server/ports/event-log.ts'

export interface Commander {
  memberId: MemberId
  mayFacilitate: boolean
}

interface FacilitatorDeps {
  groupId: GroupId
  eventLog: EventLog
  clock: Clock
  /** State before the first event. */
  initial: FacilitationState
  pageExists: (pageId: string) => boolean
  /** Called for each event in order, after it is durable, with the state it changed. */
  onEvent: (envelope: EventEnvelope, before: FacilitationState) => void
}

const MAX_LOST_RACES = 5

/**
 * Decides the commands of one room. Invariants (cited by the tests):
 * 1. Commands are decided one after the other, each on the state that the one before left.
 * 2. Nobody learns of an event before it is durable.
 * 3. Who loses the race for a sequence number reloads and decides again, on what really happened.
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
    for (const envelope of await deps.eventLog.load(deps.groupId)) {
      facilitator.#state = evolve(facilitator.#state, envelope)
    }
    return facilitator
  }

  get state(): FacilitationState {
    return this.#state
  }

  /** Resolves once every command that was given until now is decided and stored, or failed. */
  async settled(): Promise<void> {
    await this.#queue
  }

  command(command: Command, by: Commander): Promise<Result<void, ErrorCode>> {
    const answer = this.#queue.then(() => this.#carryOut(command, by))
    this.#queue = answer.catch(() => undefined)
    return answer
  }

  async #carryOut(command: Command, by: Commander): Promise<Result<void, ErrorCode>> {
    for (let race = 0; race < MAX_LOST_RACES; race++) {
      const nowMs = this.#deps.clock.now()
      const { pageExists } = this.#deps
      const decision = decide(this.#state, command, { mayFacilitate: by.mayFacilitate, nowMs, pageExists })
      if (!decision.ok) return decision
      const envelopes = decision.value.map((event, i) => ({
        seq: this.#state.seq + 1 + i,
        at: nowMs,
        by: by.memberId,
        event,
      }))
      if (envelopes.length === 0 || (await this.#append(envelopes))) return accepted(undefined)
      await this.#catchUp()
    }
    return refused('internal')
  }

  async #append(envelopes: EventEnvelope[]): Promise<boolean> {
    if (!(await this.#deps.eventLog.append(this.#deps.groupId, envelopes))) return false
    for (const envelope of envelopes) this.#apply(envelope)
    return true
  }

  async #catchUp(): Promise<void> {
    for (const envelope of await this.#deps.eventLog.load(this.#deps.groupId)) {
      if (envelope.seq > this.#state.seq) this.#apply(envelope)
    }
  }

  #apply(envelope: EventEnvelope): void {
    const before = this.#state
    this.#state = evolve(before, envelope)
    this.#deps.onEvent(envelope, before)
  }
}
