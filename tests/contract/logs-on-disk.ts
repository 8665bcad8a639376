import type { DraftVault } from '#server/ports/draft-vault.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { UpdateLog } from '#server/ports/update-log.ts'
import type { TestDisk } from './disk.ts'

export interface OpenLogs {
  updateLog: UpdateLog
  eventLog: EventLog
  vault: DraftVault
}

/** Fresh, empty logs, and what a suite can do to them. */
export interface LogsOnDisk extends OpenLogs {
  disk: TestDisk
  /** Closes them and opens what they left, as after a restart. */
  reopened(): Promise<OpenLogs>
  /** A second writer on the same storage. */
  beside(): Promise<OpenLogs>
}
