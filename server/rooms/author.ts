import type { Member } from '#server/ports/people-store.ts'

/** Who made the change. */
export interface Author extends Pick<Member, 'id' | 'name' | 'organisation'> {
  /** What `may` says of them in this room. */
  rights: { arrangePages: boolean; writeForOthers: boolean; removeComments: boolean; release: boolean }
}
