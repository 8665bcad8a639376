import type { Lobby, Waiting } from './state.ts'

/** Whoever waits knocks every few seconds; who has not for so long has gone. */
const GONE_AFTER_MS = 20_000

/** Those who stand before the door at this moment; who gave up and went says nothing. */
export const stillWaiting = ({ waiting }: Pick<Lobby, 'waiting'>, nowMs: number): readonly Waiting[] =>
  waiting.filter(({ at }) => nowMs - at < GONE_AFTER_MS)
