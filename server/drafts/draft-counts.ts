import { draftsPrefix } from '#shared/base/draft-id.ts'
import type { DraftId, GroupId } from '#shared/base/ids.ts'
import { countDrafted } from '#shared/document/draft-cards.ts'
import { documentFrom } from '#shared/document/fold.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { DraftVault } from '#server/ports/draft-vault.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { UpdateLog } from '#server/ports/update-log.ts'

interface DraftCountsDeps {
  vault: DraftVault
  updateLog: UpdateLog
  clock: Clock
  logger: Logger
  /** Tells a room how many cards there are in one of its steps. */
  tell: (groupId: GroupId, stepId: string, cards: number) => void
}

/** Others are told at most this often, so that no single card is seen to come. */
const TELL_EVERY_MS = 1_000

/**
 * How many cards people have written in silent steps: the one thing about drafts that others learn. Kept as a sum over
 * everybody; whose a card is never leaves this class.
 */
export class DraftCounts {
  readonly #deps: DraftCountsDeps
  readonly #cards = new Map<DraftId, number>()
  /** Steps whose stored drafts have been counted, or are being. */
  readonly #counted = new Map<string, Promise<void>>()
  readonly #telling = new Map<string, () => void>()

  constructor(deps: DraftCountsDeps) {
    this.#deps = deps
  }

  /** A draft holds so many cards now. */
  note(id: DraftId, cards: number): void {
    if (this.#cards.get(id) === cards) return
    this.#cards.set(id, cards)
    const [groupId, stepId] = id.split('.')
    this.announce(groupId as GroupId, stepId ?? '')
  }

  /** A draft is gone. */
  forget(id: DraftId): void {
    this.#cards.delete(id)
  }

  /** Lets everybody in the room know soon. */
  announce(groupId: GroupId, stepId: string): void {
    const step = draftsPrefix(groupId, stepId)
    if (this.#telling.has(step)) return
    const cancel = this.#deps.clock.after(TELL_EVERY_MS, () => {
      this.#telling.delete(step)
      void this.#tell(groupId, stepId)
    })
    this.#telling.set(step, cancel)
  }

  close(): void {
    for (const cancel of this.#telling.values()) cancel()
    this.#telling.clear()
  }

  async #tell(groupId: GroupId, stepId: string): Promise<void> {
    const step = draftsPrefix(groupId, stepId)
    if (!this.#counted.has(step)) this.#counted.set(step, this.#countStored(groupId, stepId))
    await this.#counted.get(step)
    let cards = 0
    for (const [id, count] of this.#cards) if (id.startsWith(step)) cards += count
    this.#deps.tell(groupId, stepId, cards)
  }

  /** Drafts from before this server started. */
  async #countStored(groupId: GroupId, stepId: string): Promise<void> {
    const { vault, updateLog, logger } = this.#deps
    try {
      for (const id of await vault.draftsOf(groupId, stepId)) {
        if (this.#cards.has(id)) continue
        const doc = documentFrom((await updateLog.load(id)).updates)
        if (!this.#cards.has(id)) this.#cards.set(id, countDrafted(rootsOf(doc)))
        doc.destroy()
      }
    } catch (error) {
      this.#counted.delete(draftsPrefix(groupId, stepId))
      logger.warn({ error: (error as Error).name, groupId }, 'silent cards could not be counted')
    }
  }
}
