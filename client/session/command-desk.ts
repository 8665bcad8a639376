import { accepted, refused, type Result } from '#shared/base/result.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { UpMessage } from '#shared/protocol/facilitation-messages.ts'

const ANSWER_WITHIN_MS = 8_000

interface OpenCommand {
  settle(result: Result<void, ErrorCode>): void
  timer: ReturnType<typeof setTimeout>
}

/** Numbers commands and hands each answer to whoever asked. Every command is settled: answered, timed out or cut off. */
export class CommandDesk {
  private readonly transmit: (message: UpMessage) => boolean
  private readonly open = new Map<number, OpenCommand>()
  private lastId = 0

  constructor(transmit: (message: UpMessage) => boolean) {
    this.transmit = transmit
  }

  send(command: Command): Promise<Result<void, ErrorCode>> {
    const id = ++this.lastId
    return new Promise((settle) => {
      if (!this.transmit({ type: 'command', id, command })) settle(refused('room_unavailable'))
      else {
        const timer = setTimeout(() => this.settle(id, refused('room_unavailable')), ANSWER_WITHIN_MS)
        this.open.set(id, { settle, timer })
      }
    })
  }

  accepted(id: number): void {
    this.settle(id, accepted(undefined))
  }

  refused(id: number, code: ErrorCode): void {
    this.settle(id, refused(code))
  }

  /** The connection is gone; nobody will answer any more. Commands are safe to send twice. */
  cutOff(): void {
    for (const id of [...this.open.keys()]) this.settle(id, refused('room_unavailable'))
  }

  private settle(id: number, result: Result<void, ErrorCode>): void {
    const command = this.open.get(id)
    if (!command) return
    this.open.delete(id)
    clearTimeout(command.timer)
    command.settle(result)
  }
}
