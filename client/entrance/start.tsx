import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { paths } from '#client/app/paths.ts'
import { loadWorkshopTexts, startI18n } from '#client/i18n/i18n.ts'
import { bringLetters } from '#client/ui/letters.ts'
import { isSlowLine } from '#client/ui/on-demand.ts'
import { showTheme } from '#client/ui-state/theme.ts'
import '#client/ui/tokens.css'
import '#client/ui/base.css'

const place = document.getElementById('root')!
const root = createRoot(place)
const show = (view: ReactNode) => root.render(<StrictMode>{view}</StrictMode>)

showTheme()
// On a slow line a room's cards come first; the room brings the letters itself
const isRoom = /^\/werkstatt\/[^/]+\/gruppe\/[^/]+$/.test(location.pathname)
if (!isSlowLine() || !isRoom) bringLetters()
const started = startI18n()
// Whoever opens an invitation gets the door, and the rest of the product once they leave it for another address.
if (location.pathname === paths.join) {
  const leave = () => {
    if (location.pathname === paths.join) return
    removeEventListener('popstate', leave)
    void showProduct()
  }
  addEventListener('popstate', leave)
  await showDoor()
} else {
  await showProduct()
}

async function showDoor() {
  const [{ Door }] = await Promise.all([import('./Door.tsx'), started])
  show(<Door bringRest={bringRest} />)
}

async function showProduct() {
  // What a room says of the workshop comes with the room
  const words = isRoom ? started : started.then(loadWorkshopTexts)
  const [{ App }] = await Promise.all([import('./App.tsx'), words])
  show(<App />)
}

/** The next thing somebody sees is a room. */
function bringRest() {
  void import('./App.tsx').catch(() => undefined)
  void import('./opening.ts').then(
    ({ bringRoom }) => bringRoom(),
    () => undefined,
  )
}
