import type { ErrorCode } from '#shared/errors/catalogue.ts'
import type { DownMessage } from '#shared/protocol/facilitation-messages.ts'
import type { ConnectionState } from './room-session.ts'

// Counted, so that the same thing twice is news twice.

/** Something of this device was taken back. */
export const corrected =
  (code: ErrorCode) =>
  ({ corrected: before }: ConnectionState): Pick<ConnectionState, 'corrected'> => ({
    corrected: { code, times: (before?.times ?? 0) + 1 },
  })

/** Somebody brought an earlier version back. */
export const restored =
  ({ name, by }: Extract<DownMessage, { type: 'restored' }>) =>
  ({ restored: before }: ConnectionState): Pick<ConnectionState, 'restored'> => ({
    restored: { name, by, times: (before?.times ?? 0) + 1 },
  })

/** The server's document has been merged. */
export const inside = { status: 'online', ready: true, synced: true, waiting: false } as const
