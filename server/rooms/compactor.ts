import type { GroupId } from '#shared/base/ids.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { UpdateLog } from '#server/ports/update-log.ts'

interface CompactorDeps {
  updateLog: UpdateLog
  logger: Logger
  /** Size of a log at which it is compacted while people work. */
  aboveBytes: number
}

/**
 * Keeps logs short, so that a room loads quickly whatever its age. Invariants (cited by the tests):
 * 1. One log at a time, so that at most one core is taken from live rooms.
 * 2. A failure costs nothing but space: the log is still whole.
 */
export class Compactor {
  readonly #deps: CompactorDeps
  /** Bytes appended since the last snapshot, of rooms that are loaded. */
  readonly #grown = new Map<GroupId, number>()
  readonly #waiting = new Map<GroupId, Promise<boolean>>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(deps: CompactorDeps) {
    this.#deps = deps
  }

  /** A log became longer. */
  grew(groupId: GroupId, bytes: number): void {
    const grown = (this.#grown.get(groupId) ?? 0) + bytes
    this.#grown.set(groupId, grown)
    if (grown > this.#deps.aboveBytes) void this.compact(groupId)
  }

  bytesOf(groupId: GroupId): number {
    return this.#grown.get(groupId) ?? 0
  }

  forget(groupId: GroupId): void {
    this.#grown.delete(groupId)
  }

  /** Answers whether it is done, or has failed. */
  compact(groupId: GroupId): Promise<boolean> {
    const waiting = this.#waiting.get(groupId)
    if (waiting) return waiting
    const done = this.#last.then(() => this.#carryOut(groupId))
    this.#waiting.set(groupId, done)
    this.#last = done
    return done
  }

  async #carryOut(groupId: GroupId): Promise<boolean> {
    const { updateLog, logger } = this.#deps
    this.#waiting.delete(groupId)
    this.#grown.set(groupId, 0)
    try {
      await updateLog.compact(groupId)
      return true
    } catch (error) {
      logger.warn({ err: error as Error, groupId }, 'a log could not be compacted')
      return false
    }
  }
}
