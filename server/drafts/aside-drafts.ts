import { ASIDE, draftIdOf } from '#shared/base/draft-id.ts'
import type { DraftId, GroupId, MemberId } from '#shared/base/ids.ts'
import { countDrafted } from '#shared/document/draft-cards.ts'
import { documentFrom } from '#shared/document/fold.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { DraftVault } from '#server/ports/draft-vault.ts'
import type { UpdateLog } from '#server/ports/update-log.ts'

interface AsideDeps {
  vault: DraftVault
  updateLog: UpdateLog
}

/** Who has something put aside in which room: known by heart, because everybody who comes in is to be told. */
export class AsideDrafts {
  readonly #deps: AsideDeps
  readonly #known = new Map<GroupId, Promise<Set<DraftId>>>()

  constructor(deps: AsideDeps) {
    this.#deps = deps
  }

  /** How many cards wait for somebody. */
  async cardsOf(groupId: GroupId, memberId: MemberId): Promise<number> {
    const id = draftIdOf(groupId, ASIDE, memberId)
    if (!(await this.#draftsIn(groupId)).has(id)) return 0
    const doc = documentFrom((await this.#deps.updateLog.load(id)).updates)
    const cards = countDrafted(rootsOf(doc))
    doc.destroy()
    return cards
  }

  added(id: DraftId): void {
    const known = this.#known.get(id.split('.')[0] as GroupId)
    // Where they could not be read, they are read again
    known?.then((drafts) => drafts.add(id)).catch(() => {})
  }

  forget(groupId: GroupId): void {
    this.#known.delete(groupId)
  }

  #draftsIn(groupId: GroupId): Promise<Set<DraftId>> {
    const known = this.#known.get(groupId)
    if (known) return known
    const asked = this.#deps.vault.draftsOf(groupId, ASIDE).then((drafts) => new Set(drafts))
    this.#known.set(groupId, asked)
    asked.catch(() => this.#known.delete(groupId))
    return asked
  }
}
