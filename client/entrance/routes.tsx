import { lazy, type ComponentType } from 'react'
import { Route, Routes } from 'react-router'
import { NotFoundPage } from './NotFoundPage.tsx'
import { PageFrame } from './PageFrame.tsx'
import { paths } from '#client/app/paths.ts'
import { loadWorkshopTexts } from '#client/i18n/i18n.ts'
import {
  bringRoom,
  openCockpit,
  openConnection,
  openOperation,
  openPractice,
  openRoadmap,
  openRoom,
  openScreen,
} from './opening.ts'

function page<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    // Whoever comes here out of a room has other words as yet
    const [view] = await Promise.all([load(), loadWorkshopTexts()])
    return { default: view }
  })
}

// The views of the product and their addresses. Each is loaded when it is first needed; the room brings the canvas
// along and stands alone, everything else shares one frame.
const StartPage = page(async () => (await import('./StartPage.tsx')).StartPage)
const SetUpPage = page(async () => (await import('#client/account/SetUpPage.tsx')).SetUpPage)
const LogInPage = page(async () => (await import('#client/account/LogInPage.tsx')).LogInPage)
const JoinPage = page(async () => (await import('#client/account/JoinPage.tsx')).JoinPage)
const ReturnPage = page(async () => (await import('#client/account/ReturnPage.tsx')).ReturnPage)
const AccountPage = page(async () => (await import('#client/account/AccountPage.tsx')).AccountPage)
const NewPasswordPage = page(
  async () => (await import('#client/account/NewPasswordPage.tsx')).NewPasswordPage,
)
const ReminderLinkPage = page(
  async () => (await import('#client/account/ReminderLinkPage.tsx')).ReminderLinkPage,
)
const WorkshopsPage = page(async () => (await import('#client/workshop/WorkshopsPage.tsx')).WorkshopsPage)
const WorkshopPage = page(async () => (await import('#client/workshop/WorkshopPage.tsx')).WorkshopPage)
const OwnPage = page(async () => (await import('#client/workshop/OwnPage.tsx')).OwnPage)
const RoomsPage = page(async () => (await import('#client/workshop/RoomsPage.tsx')).RoomsPage)
const CockpitPage = lazy(openCockpit)
const RoadmapPage = lazy(openRoadmap)
const OperationPage = lazy(openOperation)
const ConnectionPage = lazy(openConnection)
const PracticePage = lazy(openPractice)
const RoomPage = lazy(openRoom)
const ScreenPage = lazy(openScreen)

export function AppRoutes() {
  return (
    <Routes>
      <Route path="/werkstatt/:workshopId/gruppe/:groupId" element={<RoomPage />} />
      <Route path="/werkstatt/:workshopId/gruppe/:groupId/leinwand" element={<ScreenPage />} />
      <Route element={<PageFrame />}>
        <Route path={paths.start} element={<StartPage />} />
        <Route path={paths.setUp} element={<SetUpPage />} />
        <Route path={paths.logIn} element={<LogInPage />} />
        <Route path={paths.join} element={<JoinPage whenJoined={bringRoom} />} />
        <Route path={paths.back} element={<ReturnPage />} />
        <Route path={paths.workshops} element={<WorkshopsPage />} />
        <Route path={`${paths.workshops}/:workshopId`} element={<WorkshopPage />} />
        <Route path={`${paths.workshops}/:workshopId/stand`} element={<CockpitPage />} />
        <Route path={`${paths.workshops}/:workshopId/fahrplan`} element={<RoadmapPage />} />
        <Route path={`${paths.workshops}/:workshopId/raeume`} element={<RoomsPage />} />
        <Route path={`${paths.workshops}/:workshopId/meine`} element={<OwnPage />} />
        <Route path={paths.account} element={<AccountPage />} />
        <Route path={paths.newPassword} element={<NewPasswordPage />} />
        <Route path={paths.reminder} element={<ReminderLinkPage />} />
        <Route path={paths.practice} element={<PracticePage />} />
        <Route path={paths.connection} element={<ConnectionPage />} />
        <Route path={paths.operation} element={<OperationPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  )
}
