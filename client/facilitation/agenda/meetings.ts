import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { call, type CallOptions } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { toasts } from '#client/ui/toasts.ts'
import type { PlanChange } from '#shared/agenda/change.ts'
import type { Meeting } from '#shared/agenda/meeting.ts'
import type { MeetingId } from '#shared/base/ids.ts'
import type { Endpoint } from '#shared/protocol/endpoints.ts'

/** How often an open agenda asks what others have planned meanwhile. */
const planEveryMs = 4_000

/** Which meeting somebody has before them; only this browser knows. */
const chosen = createStore<{ id: MeetingId | null }>(() => ({ id: null }))
export const chooseMeeting = (id: MeetingId | null): void => chosen.setState({ id })

const useKey = () => ['workshop', useRoom().workshop.id, 'meetings']

/** The meetings that concern this room. Asked by those who lead alone: nobody else is answered. */
export function useMeetings(): Meeting[] {
  const { workshop, group } = useRoom()
  const enabled = useFacilitation(({ mayFacilitate }) => mayFacilitate)
  const { data } = useQuery({
    queryKey: useKey(),
    queryFn: ({ signal }) => call<Meeting[]>('meetings', { path: { workshopId: workshop.id }, signal }),
    refetchInterval: planEveryMs,
    enabled,
  })
  return (data ?? []).filter(({ groupIds }) => groupIds === 'all' || groupIds.includes(group.id))
}

/** The meeting that is on in this room, else the one chosen, else the one nearest to now. */
export function useCurrentMeeting(): Meeting | null {
  const { session } = useRoom()
  const meetings = useMeetings()
  const chosenId = useStore(chosen, ({ id }) => id)
  const runningId = useFacilitation(({ state }) => state?.step.running?.step.id)
  const nowMs = session.serverNow()
  const away = ({ startsAt }: Meeting) => (startsAt === null ? Infinity : Math.abs(startsAt - nowMs))
  return (
    meetings.find(({ id }) => id === chosenId) ??
    meetings.find(({ steps }) => steps.some(({ id }) => id === runningId)) ??
    [...meetings].sort((a, b) => (away(a) < away(b) ? -1 : 1))[0] ??
    null
  )
}

/** Asks for something about the plan; afterwards it is asked anew. Answers null when that was refused, and says why. */
export function usePlanCall(): <Answer>(endpoint: Endpoint, options?: CallOptions) => Promise<Answer | null> {
  const { workshop } = useRoom()
  const key = useKey()
  const client = useQueryClient()
  const explain = useErrorText()
  const { mutateAsync } = useMutation({
    mutationFn: ({ endpoint, options }: { endpoint: Endpoint; options: CallOptions }) =>
      call<unknown>(endpoint, { ...options, path: { workshopId: workshop.id, ...options.path } }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
  return async <Answer>(endpoint: Endpoint, options: CallOptions = {}) => {
    try {
      return (await mutateAsync({ endpoint, options })) as Answer
    } catch (error) {
      toasts.show({ text: explain(error), tone: 'danger' })
      return null
    }
  }
}

/**
 * Changes a meeting; what the server made of it is shown at once. Answers whether it was taken.
 * @param meetingId null: there is none, and nothing is taken
 */
export function usePlanChange(meetingId: MeetingId | null): (change: PlanChange) => Promise<boolean> {
  const ask = usePlanCall()
  const key = useKey()
  const client = useQueryClient()
  return async (change) => {
    if (meetingId === null) return false
    const meeting = await ask<Meeting>('changeMeeting', { path: { meetingId }, body: change })
    if (meeting)
      client.setQueryData<Meeting[]>(key, (all) => all?.map((one) => (one.id === meetingId ? meeting : one)))
    return meeting !== null
  }
}
