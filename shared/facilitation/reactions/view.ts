import type { Reactions, SeenReactions } from './state.ts'

/** The same for everybody, and without a name for anybody. */
export const seenReactions = ({ on, shown }: Reactions): SeenReactions => ({
  on,
  shown: shown.map(({ reaction, at }) => ({ reaction, at })),
})
