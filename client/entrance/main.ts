// The very first script: a few lines that wait for nothing, so that on a slow line everything that a room needs is on its
// way at once, and not one part after the other.
const bring = (part: Promise<unknown>) => void part.catch(() => undefined)

if (location.pathname.startsWith('/werkstatt/')) {
  bring(import('./App.tsx'))
  bring(import('#client/room/shell/RoomPage.tsx'))
  bring(import('#client/list-view/ListView.tsx'))
}
void import('./start.tsx')
