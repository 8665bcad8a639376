import type { GroupId, ProfileId, WorkshopId } from '#shared/base/ids.ts'

/** What of a room an address may name. */
export const linkNames = { card: 'karte', page: 'seite' } as const

/** What a screen in the hall is to show beside the room itself. */
export const screenParts = { code: 'code' } as const

/** Addresses of the views, once; secrets stand behind the `#`, where no server and no referrer sees them. */
export const paths = {
  start: '/',
  setUp: '/einrichten',
  logIn: '/anmelden',
  workshops: '/werkstaetten',
  workshop: (id: WorkshopId) => `/werkstaetten/${id}`,
  cockpit: (id: WorkshopId) => `/werkstaetten/${id}/stand`,
  roadmap: (id: WorkshopId) => `/werkstaetten/${id}/fahrplan`,
  /** The files of a workshop. */
  results: (id: WorkshopId) => `/werkstaetten/${id}?bereich=results`,
  rooms: (id: WorkshopId) => `/werkstaetten/${id}/raeume`,
  own: (id: WorkshopId) => `/werkstaetten/${id}/meine`,
  /** Pages of the server, for everybody. */
  publicGallery: '/galerie',
  publicProfile: (id: ProfileId) => `/galerie/${id}`,
  account: '/konto',
  newPassword: '/passwort',
  reminder: '/erinnerung',
  operation: '/betrieb',
  connection: '/verbindung',
  practice: '/ueben',
  join: '/beitreten',
  back: '/wieder',
  room: (workshopId: WorkshopId, groupId: GroupId) => `/werkstatt/${workshopId}/gruppe/${groupId}`,
  /** For the projector; with the joining code where wanted, which is made there and never stands in the address. */
  screen: (workshopId: WorkshopId, groupId: GroupId, withCode: boolean) =>
    `/werkstatt/${workshopId}/gruppe/${groupId}/leinwand${withCode ? `?${screenParts.code}` : ''}`,
  /** A card or a page in front when the room opens. */
  inRoom: (workshopId: WorkshopId, groupId: GroupId, at: { card: string } | { page: string }) =>
    `/werkstatt/${workshopId}/gruppe/${groupId}?${
      'card' in at
        ? `${linkNames.card}=${encodeURIComponent(at.card)}`
        : `${linkNames.page}=${encodeURIComponent(at.page)}`
    }`,
} as const

export const inviteLink = (token: string) => `${location.origin}${paths.join}#${token}`
export const returnLink = (token: string) => `${location.origin}${paths.back}#${token}`
/** Without `https:`: programs for calendars know what to do with it. */
export const calendarLink = (secret: string) => `webcal://${location.host}/api/calendars/${secret}.ics`
export const calendarAddress = (secret: string) => `${location.origin}/api/calendars/${secret}.ics`
