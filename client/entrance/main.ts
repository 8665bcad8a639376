// The very first script: a few lines that wait for nothing, so that on a slow line everything that a room needs is on its
// way at once, and not one part after the other.
const bring = (part: Promise<unknown>) => void part.catch(() => undefined)

/** What the room asks for first: on its way while the code that asks is still coming. The browser hands it over once. */
function bringAnswer(address: string): void {
  const link = document.createElement('link')
  Object.assign(link, { rel: 'preload', as: 'fetch', href: address, crossOrigin: 'anonymous' })
  document.head.append(link)
}

if (location.pathname === '/beitreten') bring(import('./Door.tsx'))
const workshopId = /^\/werkstatt\/([\w-]+)\/gruppe\/[\w-]+$/.exec(location.pathname)?.[1]
if (workshopId) {
  bringAnswer(`/api/workshops/${workshopId}`)
  bring(import('./App.tsx'))
  bring(import('#client/room/shell/RoomPage.tsx'))
}
// A guess at the language; a wrong one costs time and nothing else. (`?:` would bring both.)
if (navigator.language.startsWith('de')) {
  bring(import('#client/i18n/lobby-de.ts'))
  if (workshopId) bring(import('#client/i18n/room-de.ts'))
} else {
  bring(import('#client/i18n/lobby-en.ts'))
  if (workshopId) bring(import('#client/i18n/room-en.ts'))
}
void import('./start.tsx')
