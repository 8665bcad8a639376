import type { DraftId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { refused } from '#shared/base/result.ts'
import { draftCardsOf } from '#shared/document/draft-cards.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { encodeAck } from '#shared/protocol/ack-codec.ts'
import { hearUpMessage } from '#shared/protocol/facilitation-messages.ts'
import { readClientFrame } from '#shared/protocol/frames.ts'
import type { Clock } from '#server/ports/clock.ts'
import { authorOf, mayInRoom, type Admitted } from '#server/rooms/admitted.ts'
import type { CommitTicker } from '#server/rooms/commit-ticker.ts'
import type { Connection } from '#server/rooms/connection.ts'
import type { DocumentSync } from '#server/rooms/document-sync.ts'
import type { RoomMetrics } from '#server/rooms/metrics.ts'
import type { Outlet } from '#server/rooms/outlet.ts'
import type { Receipts } from '#server/rooms/receipts.ts'

interface DraftInboxDeps {
  id: DraftId
  sync: DocumentSync
  receipts: Receipts
  outlet: Outlet
  ticker: CommitTicker
  clock: Clock
  metrics: RoomMetrics
  /** Bytes stored of the draft. */
  storedBytes: () => number
  /** Whether the step's drafts are being revealed at this moment. */
  isFrozen: () => boolean
}

/**
 * What comes into a silent draft, one frame at a time: the same admission as in a room, and nothing that anybody else
 * would learn of. Presence, which could hold words, is not even read.
 */
export class DraftInbox {
  readonly #deps: DraftInboxDeps

  constructor(deps: DraftInboxDeps) {
    this.#deps = deps
  }

  /** Answers why the connection has to end, or null. */
  receive(connection: Connection, bytes: Uint8Array): ErrorCode | null {
    const { outlet } = this.#deps
    const frame = readClientFrame(bytes)
    switch (frame?.type) {
      case 'update':
        return this.#receiveUpdate(connection, frame.update)
      case 'step1':
        return outlet.answer(connection, frame.stateVector) ? null : 'frame_invalid'
      case 'facilitation':
        return this.#receiveMessage(connection, frame.json)
      case 'awareness':
      case 'queryAwareness':
      case 'ignored':
        return null
      case undefined:
        return 'frame_invalid'
    }
  }

  #receiveUpdate(connection: Connection, update: Uint8Array): null {
    const { sync, receipts, outlet, metrics } = this.#deps
    const frame = ++connection.framesReceived
    const obstacle = this.#obstacle(connection.admitted, update.length)
    const isTemporary = obstacle === 'reveal_running'
    const answer = isTemporary
      ? refused(obstacle)
      : sync.submit(update, authorOf(connection.admitted), obstacle)
    if (answer.ok) {
      receipts.expectAck(connection, frame, answer.value.awaits)
      outlet.wake()
    } else {
      metrics.refused(answer.refusal)
      connection.sendMessage(encodeAck({ type: 'refused', frame, code: answer.refusal }))
    }
    return null
  }

  #obstacle(admitted: Admitted, bytes: number): ErrorCode | null {
    const { sync, ticker, storedBytes, isFrozen } = this.#deps
    if (isFrozen()) return 'reveal_running'
    if (!mayInRoom(admitted, 'room.write', false)) return 'write_not_allowed'
    if (!ticker.isWritable) return 'storage_unavailable'
    const isFull =
      storedBytes() + bytes > limits.maxDraftBytes || draftCardsOf(sync.roots).length > limits.maxDraftCards
    return isFull ? 'draft_full' : null
  }

  /** The clock, by which a client knows that the line is alive. Commands belong into the room. */
  #receiveMessage(connection: Connection, json: string): ErrorCode | null {
    const heard = hearUpMessage(json)
    if (heard === null) return 'frame_invalid'
    if (heard.type === 'understood' && heard.message.type === 'clock') {
      const serverTime = this.#deps.clock.now()
      this.#deps.outlet.tell(connection, { type: 'clock', sentAt: heard.message.sentAt, serverTime })
    }
    return null
  }
}
