import type { Authorship } from '#shared/document/authorship.ts'
import type { Member } from '#server/ports/people-store.ts'

/** Who made the change. */
export interface Author extends Pick<Member, 'id' | 'name' | 'organisation'> {
  /** What `may` says of them in this room. */
  rights: { arrangePages: boolean; writeForOthers: boolean; removeComments: boolean; release: boolean }
}

/** What may stand of whoever wrote: their own name, what they may write for others, or nothing. */
export function ownAuthorship(author: Author, authorship: Authorship): Authorship {
  const { id: memberId, name, organisation, rights } = author
  if (rights.writeForOthers || authorship.as === 'anonymous') return authorship
  if (authorship.as === 'organisation') return { as: 'organisation', organisation }
  // As it is called in the author's own words at the time of writing
  return authorship.memberId === memberId ? authorship : { as: 'named', memberId, name, organisation }
}
