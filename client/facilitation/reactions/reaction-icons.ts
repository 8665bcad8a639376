import { CircleHelp, Heart, Snail, ThumbsUp } from 'lucide-react'
import type { Reaction } from '#shared/facilitation/reactions/state.ts'

export const reactionIcons = {
  agree: ThumbsUp,
  thanks: Heart,
  unclear: CircleHelp,
  slower: Snail,
} as const satisfies Record<Reaction, unknown>

/** In the order in which they are offered. Not taken from the schema's module, which browsers do not load. */
export const reactionOrder = Object.keys(reactionIcons) as Reaction[]
