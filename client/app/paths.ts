import type { GroupId, WorkshopId } from '#shared/base/ids.ts'

/** Addresses of the views, once; secrets stand behind the `#`, where no server and no referrer sees them. */
export const paths = {
  start: '/',
  setUp: '/einrichten',
  logIn: '/anmelden',
  workshops: '/werkstaetten',
  workshop: (id: WorkshopId) => `/werkstaetten/${id}`,
  account: '/konto',
  newPassword: '/passwort',
  operation: '/betrieb',
  join: '/beitreten',
  back: '/wieder',
  room: (workshopId: WorkshopId, groupId: GroupId) => `/werkstatt/${workshopId}/gruppe/${groupId}`,
} as const

export const inviteLink = (token: string) => `${location.origin}${paths.join}#${token}`
export const returnLink = (token: string) => `${location.origin}${paths.back}#${token}`
