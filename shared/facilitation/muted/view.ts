import type { Viewer } from '../topic.ts'
import type { Muted, SeenMuted } from './state.ts'

/** The moderation knows who, each knows of themselves, and nobody of anybody else. */
export const seenMuted = (muted: Muted, { memberId, facilitates }: Viewer): SeenMuted => ({
  mine: muted.includes(memberId),
  members: facilitates ? [...muted] : null,
})

export const mutedClassOf = (muted: Muted, { memberId }: Viewer): string =>
  muted.includes(memberId) ? 'muted' : 'not muted'
