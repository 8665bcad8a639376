import type { ErrorCode } from '#shared/errors/catalogue.ts'

/**
 * Keeps count of which own changes the server has called durable. The server numbers the document frames it receives
 * per connection (`Ack`); this counts them the same way on the way out.
 *
 * 1. A change counts as saved only when a durable acknowledgement covers the frame that carried it.
 * 2. What was not acknowledged when a connection ended is owed to the next one, whose sync step pays it.
 * 3. A refused change is not saved, whatever a later acknowledgement covers.
 */
export interface LedgerState {
  /** Number of the last document frame sent on this connection. */
  sent: number
  /** The server's last durable number on this connection. */
  durable: number
  /** Number of the last frame that carried own changes. */
  carrying: number
  /** Own changes that no frame of this connection carries yet. */
  waiting: boolean
  /** Changes of former connections, or of this device before it was reloaded, that the sync step has to carry. */
  owed: boolean
  /** Why changes are kept back, until they are offered again. */
  held: ErrorCode | null
}

export const emptyLedger: LedgerState = {
  sent: 0,
  durable: 0,
  carrying: 0,
  waiting: false,
  owed: false,
  held: null,
}

export function isUnsaved(ledger: LedgerState): boolean {
  return ledger.waiting || ledger.owed || ledger.held !== null || ledger.carrying > ledger.durable
}

export function changed(ledger: LedgerState): LedgerState {
  return ledger.waiting ? ledger : { ...ledger, waiting: true }
}

/** `missing`: whether a sync step holds anything that the server does not have. Updates always do. */
export function frameSent(ledger: LedgerState, frame: 'sync' | 'update', missing: boolean): LedgerState {
  const sent = ledger.sent + 1
  if (frame === 'update') return { ...ledger, sent, carrying: sent, waiting: false }
  const carries = missing || ledger.owed || ledger.waiting || ledger.held !== null
  return {
    ...ledger,
    sent,
    carrying: carries ? sent : ledger.carrying,
    waiting: false,
    owed: false,
    held: null,
  }
}

export function madeDurable(ledger: LedgerState, upTo: number): LedgerState {
  return upTo > ledger.durable ? { ...ledger, durable: Math.min(upTo, ledger.sent) } : ledger
}

/** The frame changed nothing on the server, but may do so later. A first reason stands: what follows depends on it. */
export function heldBack(ledger: LedgerState, code: ErrorCode): LedgerState {
  return { ...ledger, held: ledger.held ?? code }
}

export function connectionLost(ledger: LedgerState): LedgerState {
  return { ...emptyLedger, owed: isUnsaved(ledger), waiting: false }
}
