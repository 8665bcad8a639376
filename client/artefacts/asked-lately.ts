import type { Endpoint } from '#shared/protocol/endpoints.ts'
import { call } from '#client/app/api.ts'
import type { RoomSession } from '#client/session/room-session.ts'

const FRESH_MS = 60_000

const answers = new WeakMap<RoomSession, Map<Endpoint, { at: number; answer: Promise<unknown> }>>()

/** What the server answers about a room, asked at most once a minute however many cards want to know; null without a line. */
export function askedLately<Answer>(session: RoomSession, endpoint: Endpoint): Promise<Answer | null> {
  const known = answers.get(session) ?? new Map<Endpoint, { at: number; answer: Promise<unknown> }>()
  answers.set(session, known)
  const before = known.get(endpoint)
  const now = Date.now()
  if (before && now - before.at < FRESH_MS) return before.answer as Promise<Answer | null>
  const { workshopId, groupId } = session
  const answer = call<Answer>(endpoint, { path: { workshopId, groupId } }).catch(() => {
    known.delete(endpoint)
    return null
  })
  known.set(endpoint, { at: now, answer })
  return answer
}
