// The very first script: a few lines that wait for nothing, so that on a slow line everything that a room needs is on its
// way at once, and not one part after the other.
const bring = (part: Promise<unknown>) => void part.catch(() => undefined)

if (location.pathname.startsWith('/werkstatt/') && !location.pathname.endsWith('/leinwand')) {
  bring(import('./App.tsx'))
  bring(import('#client/room/shell/RoomPage.tsx'))
  bring(import('#client/list-view/ListView.tsx'))
  // A guess at the language; a wrong one costs time and nothing else
  if (navigator.language.startsWith('de')) {
    bring(import('#client/i18n/lobby-de.ts'))
    bring(import('#shared/i18n/de/workshop.ts'))
    bring(import('#client/i18n/room-de.ts'))
  }
}
void import('./start.tsx')
