import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { currentLanguage } from '#client/i18n/i18n.ts'
import type { WorkshopId } from '#shared/base/ids.ts'
import type {
  InviteView,
  MemberView,
  OrganisationView,
  SessionView,
  WorkshopSummary,
  WorkshopView,
} from '#shared/protocol/api.ts'
import type { GalleryView, InterestView } from '#shared/protocol/gallery.ts'
import type { BreakoutsView } from '#shared/protocol/breakouts.ts'
import type { CockpitView } from '#shared/protocol/cockpit.ts'
import type { KeyView } from '#shared/protocol/keys.ts'
import type { WebhooksView } from '#shared/protocol/webhooks.ts'
import type { RoomsNow } from '#shared/protocol/rooms-now.ts'
import type { CalendarView, ReminderView } from '#shared/protocol/subscriptions.ts'
import type { Meeting } from '#shared/agenda/meeting.ts'
import type { OwnMatters } from '#shared/agenda/own-matters.ts'
import type { Endpoint } from '#shared/protocol/endpoints.ts'
import { call, type CallOptions } from './api.ts'

/** How often an open overview asks again where the groups are. */
const overviewEveryMs = 5_000

/** Managers read it and go to the things; it costs the server a process where something has changed. */
const cockpitEveryMs = 30_000
/** A plan changes seldom while rooms are looked at. */
const planEveryMs = 30_000
/** Somebody who works off their list sees it get shorter. */
const ownEveryMs = 30_000

const queryKeys = {
  session: ['session'],
  workshops: ['workshops'],
  workshop: (id: WorkshopId) => ['workshop', id],
  groups: (id: WorkshopId) => ['workshop', id, 'groups'],
  members: (id: WorkshopId) => ['workshop', id, 'members'],
  organisations: (id: WorkshopId) => ['workshop', id, 'organisations'],
  invites: (id: WorkshopId) => ['workshop', id, 'invites'],
} as const

/** Who this browser is: account, and the workshops it belongs to. */
export function useSession() {
  return useQuery({
    queryKey: queryKeys.session,
    queryFn: ({ signal }) => call<SessionView>('session', { signal }),
  })
}

export function useWorkshops() {
  return useQuery({
    queryKey: queryKeys.workshops,
    queryFn: ({ signal }) => call<WorkshopSummary[]>('workshops', { signal }),
  })
}

/** Whether somebody is reminded by mail, and can be. */
export function useReminder(workshopId: WorkshopId) {
  return useQuery({
    queryKey: ['workshop', workshopId, 'reminder'],
    queryFn: ({ signal }) => call<ReminderView>('ownReminder', { path: { workshopId }, signal }),
  })
}

/** Whether somebody's calendar looks at the meetings. */
export function useOwnCalendar(workshopId: WorkshopId) {
  return useQuery({
    queryKey: ['workshop', workshopId, 'calendar'],
    queryFn: ({ signal }) => call<CalendarView>('ownCalendar', { path: { workshopId }, signal }),
  })
}

/** Whom this account has told what happens, and what became of the last messages. */
export function useWebhooks() {
  return useQuery({
    queryKey: ['webhooks'],
    queryFn: ({ signal }) => call<WebhooksView>('webhooks', { signal }),
    refetchInterval: ownEveryMs,
  })
}

/** The keys of this account. */
export function useKeys() {
  return useQuery({
    queryKey: ['keys'],
    queryFn: ({ signal }) => call<KeyView[]>('keys', { signal }),
  })
}

/** Asked again and again while somebody looks; hidden tabs stay quiet. */
export function useWorkshop(workshopId: WorkshopId) {
  return useQuery({
    queryKey: queryKeys.workshop(workshopId),
    queryFn: ({ signal }) => call<WorkshopView>('workshop', { path: { workshopId }, signal }),
    refetchInterval: overviewEveryMs,
  })
}

/** How all rooms stand; asked again and again while somebody looks. */
export function useRoomsNow(workshopId: WorkshopId) {
  return useQuery({
    queryKey: ['workshop', workshopId, 'rooms'],
    queryFn: ({ signal }) => call<RoomsNow>('roomsNow', { path: { workshopId }, signal }),
    refetchInterval: overviewEveryMs,
  })
}

/** Who is in which breakout, for those who lead. */
export function useBreakouts(workshopId: WorkshopId) {
  return useQuery({
    queryKey: ['workshop', workshopId, 'breakouts'],
    queryFn: ({ signal }) => call<BreakoutsView>('breakouts', { path: { workshopId }, signal }),
    refetchInterval: overviewEveryMs,
  })
}

/** Where all groups are and what is missing; what people write meanwhile is read at most every few seconds. */
export function useCockpit(workshopId: WorkshopId) {
  return useQuery({
    queryKey: ['workshop', workshopId, 'cockpit'],
    queryFn: ({ signal }) => call<CockpitView>('cockpit', { path: { workshopId }, signal }),
    refetchInterval: cockpitEveryMs,
  })
}

/** The plan, for those who lead. */
export function usePlan(workshopId: WorkshopId) {
  return useQuery({
    queryKey: ['workshop', workshopId, 'meetings'],
    queryFn: ({ signal }) => call<Meeting[]>('meetings', { path: { workshopId }, signal }),
    refetchInterval: planEveryMs,
  })
}

/** What is open for this person. Asked once a visit: news are what was new when they came. */
export function useOwnMatters(workshopId: WorkshopId, since: number | null) {
  return useQuery({
    queryKey: ['workshop', workshopId, 'own', since],
    queryFn: ({ signal }) =>
      call<OwnMatters>('ownMatters', {
        path: { workshopId },
        query: { since: since === null ? undefined : String(since) },
        signal,
      }),
    refetchInterval: ownEveryMs,
  })
}

/** How many are in which group, asked when somebody wants to see it; a room's own `workshop` is as old as the room. */
export function useGroupsNow(workshopId: WorkshopId) {
  return useQuery({
    queryKey: queryKeys.groups(workshopId),
    queryFn: ({ signal }) => call<WorkshopView>('workshop', { path: { workshopId }, signal }),
    select: ({ groups }) => groups,
    enabled: false,
  })
}

/** In the order in which people are looked for: a list that was read in comes all at once. */
const byName = (members: readonly MemberView[]) =>
  [...members].sort((one, other) => one.name.localeCompare(other.name))

export function useMembers(workshopId: WorkshopId, enabled: boolean) {
  return useQuery({
    queryKey: queryKeys.members(workshopId),
    queryFn: ({ signal }) => call<MemberView[]>('members', { path: { workshopId }, signal }),
    select: byName,
    enabled,
    refetchInterval: overviewEveryMs,
  })
}

export function useOrganisations(workshopId: WorkshopId) {
  return useQuery({
    queryKey: queryKeys.organisations(workshopId),
    queryFn: ({ signal }) => call<OrganisationView[]>('organisations', { path: { workshopId }, signal }),
  })
}

export function useInvites(workshopId: WorkshopId, enabled: boolean) {
  return useQuery({
    queryKey: queryKeys.invites(workshopId),
    queryFn: ({ signal }) => call<InviteView[]>('invites', { path: { workshopId }, signal }),
    enabled,
  })
}

/** What of a workshop is public, and what could be; all rooms are looked through for it. */
export function useGallery(workshopId: WorkshopId) {
  const language = currentLanguage()
  return useQuery({
    queryKey: ['workshop', workshopId, 'gallery', language],
    queryFn: ({ signal }) =>
      call<GalleryView>('gallery', { path: { workshopId }, query: { lang: language }, signal }),
  })
}

/** Who from outside would like to take part. */
export function useInterests(workshopId: WorkshopId) {
  return useQuery({
    queryKey: ['workshop', workshopId, 'interests'],
    queryFn: ({ signal }) => call<InterestView[]>('interests', { path: { workshopId }, signal }),
    refetchInterval: planEveryMs,
  })
}

/** A change on the server; afterwards what we know is asked anew, because one change often shows in many places. */
export function useChange<Answer = void>(endpoint: Endpoint) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (options: CallOptions) => call<Answer>(endpoint, options),
    onSuccess: () => client.invalidateQueries(),
  })
}

/** A call after which this browser is somebody else: log-in, log-out, joining, returning. */
export function useEntrance<Answer = void>(endpoint: Endpoint) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (options: CallOptions) => call<Answer>(endpoint, options),
    onSuccess: () => forgetPerson(client),
  })
}

/** Nothing known about the person before may stay; who it is now is known when this ends. */
export async function forgetPerson(client: QueryClient) {
  for (const queryKey of [queryKeys.workshops, ['workshop'], ['keys'], ['webhooks']]) {
    await client.cancelQueries({ queryKey })
    client.removeQueries({ queryKey })
  }
  await client.refetchQueries({ queryKey: queryKeys.session })
}
