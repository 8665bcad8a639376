import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { NotFoundPage } from './NotFoundPage.tsx'
import { PageFrame } from './PageFrame.tsx'
import { StartPage } from './StartPage.tsx'

/**
 * The views of the product and their addresses. Each is loaded when it is first needed; the room brings the canvas
 * along and stands alone, everything else shares one frame.
 */
const RoomPage = lazy(async () => ({ default: (await roomPage()).RoomPage }))

export function AppRoutes() {
  return (
    <Routes>
      <Route path="/werkstatt/:workshopId/gruppe/:groupId" element={<RoomPage />} />
      <Route element={<PageFrame />}>
        <Route path="/" element={<StartPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  )
}

type RoomModule = { RoomPage: () => React.ReactNode }
const roomModules = import.meta.glob<RoomModule>('../facilitation/RoomPage.tsx')
const roomPage = () => roomModules['../facilitation/RoomPage.tsx']!()
