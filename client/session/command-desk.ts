import { newId } from '#shared/base/ids.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Ballot } from '#shared/facilitation/vote/vote.ts'
import type { UpMessage } from '#shared/protocol/facilitation-messages.ts'

const ANSWER_WITHIN_MS = 8_000

interface OpenQuestion {
  message: UpMessage
  settle(result: Result<void, ErrorCode>): void
  timer: ReturnType<typeof setTimeout>
}

/**
 * Names commands and ballots, and hands each answer to whoever asked.
 * 1. Every one is settled once: answered, timed out, or given up with the session.
 * 2. What was not answered when the line broke is asked again on the next one, under the same id: the server carries it
 *    out once.
 * 3. What cannot be sent at all is not kept: nobody wants a minute-old "start the timer".
 */
export class CommandDesk {
  private readonly transmit: (message: UpMessage) => boolean
  private readonly open = new Map<string, OpenQuestion>()

  constructor(transmit: (message: UpMessage) => boolean) {
    this.transmit = transmit
  }

  send(command: Command): Promise<Result<void, ErrorCode>> {
    return this.ask({ type: 'command', id: newId(), command })
  }

  cast(voteId: string, ballot: Ballot): Promise<Result<void, ErrorCode>> {
    return this.ask({ type: 'ballot', id: newId(), voteId, ballot })
  }

  private ask(message: UpMessage & { id: string }): Promise<Result<void, ErrorCode>> {
    return new Promise((settle) => {
      if (!this.transmit(message)) settle(refused('room_unavailable'))
      else {
        const timer = setTimeout(() => this.settle(message.id, refused('room_unavailable')), ANSWER_WITHIN_MS)
        this.open.set(message.id, { message, settle, timer })
      }
    })
  }

  accepted(id: string): void {
    this.settle(id, accepted(undefined))
  }

  refused(id: string, code: ErrorCode): void {
    this.settle(id, refused(code))
  }

  /** There is a new connection. */
  askAgain(): void {
    for (const { message } of this.open.values()) this.transmit(message)
  }

  /** The session is over; nobody will answer any more. */
  giveUp(): void {
    for (const id of [...this.open.keys()]) this.settle(id, refused('room_unavailable'))
  }

  private settle(id: string, result: Result<void, ErrorCode>): void {
    const command = this.open.get(id)
    if (!command) return
    this.open.delete(id)
    clearTimeout(command.timer)
    command.settle(result)
  }
}
