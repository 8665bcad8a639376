/**
 * What a group is. `breakout`: made out of the plenum for a while, with a document of its own that lies in the archive
 * afterwards; it is no choice for whoever joins, and counts as no project group.
 */
export const groupKinds = ['plenum', 'project', 'breakout'] as const
export type GroupKind = (typeof groupKinds)[number]
