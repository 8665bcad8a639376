import { newId, type AssetId, type GroupId, type MemberId, type WorkshopId } from '#shared/base/ids.ts'
import type { BoardRecord } from '#shared/document/board-record.ts'
import type { Comment } from '#shared/document/comments.ts'
import type { ArtefactSnapshot, DocumentSnapshot } from '#shared/document/snapshot.ts'

const ASSET_URL = /\/api\/workshops\/[0-9a-f-]{36}\/groups\/[0-9a-f-]{36}\/assets\/([0-9a-f-]{36})/g

/**
 * Fresh ids for what an installation may hold only once: workshop, groups, members and images. The file may come from
 * this very installation, and its people are not the people of the new workshop. Everything inside a document keeps
 * its id.
 */
export class Renaming {
  readonly #workshopId: WorkshopId
  readonly #members = new Map<string, MemberId>()
  readonly #groups = new Map<string, GroupId>()
  readonly #assets = new Map<string, { id: AssetId; groupId: GroupId }>()

  constructor(workshopId: WorkshopId) {
    this.#workshopId = workshopId
  }

  member(id: MemberId): MemberId {
    const known = this.#members.get(id)
    if (known) return known
    const fresh = newId<MemberId>()
    this.#members.set(id, fresh)
    return fresh
  }

  group(id: GroupId): GroupId {
    const fresh = this.#groups.get(id) ?? newId<GroupId>()
    this.#groups.set(id, fresh)
    return fresh
  }

  asset(id: AssetId, groupId: GroupId): AssetId {
    const fresh = newId<AssetId>()
    this.#assets.set(id, { id: fresh, groupId })
    return fresh
  }

  /** Ask for the group's images first: their names in the document are replaced here. */
  document(document: DocumentSnapshot): DocumentSnapshot {
    return {
      ...document,
      artefacts: document.artefacts.map((artefact) => this.#artefact(artefact)),
      comments: document.comments.map((comment) => this.#comment(comment)),
      board: document.board.map((record) => this.#texts(record) as BoardRecord),
    }
  }

  #artefact(artefact: ArtefactSnapshot): ArtefactSnapshot {
    const { authorship, fields, formerFields, home, ...rest } = artefact
    const groupId = home && this.#groups.get(home.groupId)
    return {
      ...rest,
      // Of a group that is not in the file there is no card to come from
      ...(groupId && { home: { ...home, groupId } }),
      authorship:
        authorship.as === 'named'
          ? { ...authorship, memberId: this.member(authorship.memberId) }
          : authorship,
      fields: this.#texts(fields) as ArtefactSnapshot['fields'],
      formerFields: this.#texts(formerFields) as ArtefactSnapshot['formerFields'],
    }
  }

  #comment(comment: Comment): Comment {
    const { author, mentions, done } = comment
    return {
      ...comment,
      author: { ...author, memberId: this.member(author.memberId) },
      mentions: mentions.map((id) => this.#groups.get(id) ?? this.member(id as MemberId)),
      done: done && { ...done, by: this.member(done.by) },
    }
  }

  #texts(value: unknown): unknown {
    if (typeof value === 'string') return this.#text(value)
    if (Array.isArray(value)) return value.map((inner) => this.#texts(inner))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.#texts(inner)]))
  }

  #text(text: string): string {
    const whole = this.#assets.get(text)
    if (whole) return whole.id
    if (!text.includes('/assets/')) return text
    return text.replace(ASSET_URL, (url, id: string) => {
      const asset = this.#assets.get(id)
      return asset ? `/api/workshops/${this.#workshopId}/groups/${asset.groupId}/assets/${asset.id}` : url
    })
  }
}
