import { useEffect, useState } from 'react'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { courseOf, type Course } from '#shared/agenda/course.ts'
import type { Meeting } from '#shared/agenda/meeting.ts'

const lookEveryMs = 5_000

/** Server time, told anew every few seconds: drift is a matter of minutes. */
export function useNow(): number {
  const { session } = useRoom()
  const [nowMs, setNow] = useState(() => session.serverNow())
  useEffect(() => {
    const timer = setInterval(() => setNow(session.serverNow()), lookEveryMs)
    return () => clearInterval(timer)
  }, [session])
  return nowMs
}

/** How the meeting goes against its plan; null while none of its steps runs. */
export function useCourse(meeting: Meeting | null): Course | null {
  const nowMs = useNow()
  const state = useFacilitation((facilitation) => facilitation.state)
  const running = state?.step.running
  if (!meeting || !state || !running) return null
  return courseOf(meeting, { stepId: running.step.id, startedAt: running.startedAt }, state.timer, nowMs)
}
