import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { moveCard, moveCards } from '#client/artefacts/card-actions.ts'
import { announce } from '#client/ui/announcements.ts'
import { HelpDialog } from './HelpDialog.tsx'
import { useOwnPage, useRoom, useView } from '#client/room-context/room-context.ts'
import {
  BringDialog,
  InterviewImport,
  MethodsDialog,
  MoveDialog,
  RoomInviteDialog,
  SolutionCatalogue,
} from './room-parts.ts'
import { CaptureDialog } from '../capture/CaptureDialog.tsx'
import { ScreenDialog } from './ScreenDialog.tsx'
import { SearchDialog } from '../search/SearchDialog.tsx'
import { TimerDialog } from '#client/facilitation/timer/TimerDialog.tsx'

/** The one dialog that is open, if any. */
export function RoomDialogs() {
  const { session, view, workshop, group } = useRoom()
  const dialog = useView((state) => state.dialog)
  const pageId = useView((state) => state.pageId)
  const phase = useOwnPage()?.phase ?? null
  const close = () => view.setState({ dialog: null })
  const { t } = useTranslation()
  const sayMoved = (count: number) => announce(t('list.bring.moved', { count }))
  switch (dialog?.type) {
    case 'move':
      return (
        <Suspense fallback={null}>
          <MoveDialog
            session={session}
            shapeIds={dialog.shapeIds}
            onMove={(shapeIds, parentId, worth) => {
              if (shapeIds.length === 1) moveCard(session, shapeIds[0]!, parentId, worth)
              else moveCards(session, shapeIds, parentId)
              sayMoved(shapeIds.length)
            }}
            onClose={close}
          />
        </Suspense>
      )
    case 'bring':
      return pageId === null ? null : (
        <Suspense fallback={null}>
          <BringDialog
            session={session}
            pageId={pageId}
            onBring={(shapeIds, parentId) => {
              moveCards(session, shapeIds, parentId)
              announce(t('list.bring.done', { count: shapeIds.length }))
            }}
            onClose={close}
          />
        </Suspense>
      )
    case 'help':
      return <HelpDialog onClose={close} />
    case 'search':
      return <SearchDialog onClose={close} />
    case 'timer':
      return <TimerDialog onClose={close} />
    case 'capture':
      return <CaptureDialog onClose={close} />
    case 'screen':
      return <ScreenDialog onClose={close} />
    case 'methods':
      return (
        <Suspense fallback={null}>
          <MethodsDialog phase={phase} onClose={close} />
        </Suspense>
      )
    case 'invite':
      return (
        <Suspense fallback={null}>
          <RoomInviteDialog workshop={workshop} groupId={group.id} onClose={close} />
        </Suspense>
      )
    case 'importInterview':
      return (
        <Suspense fallback={null}>
          <InterviewImport
            session={session}
            open
            onClose={close}
            onImported={({ artefactId }) =>
              view.setState({ dialog: null, panel: { type: 'card', artefactId } })
            }
            {...(pageId !== null && { pageId })}
          />
        </Suspense>
      )
    case 'catalogue':
      return (
        <Suspense fallback={null}>
          <SolutionCatalogue
            session={session}
            onClose={close}
            onOpen={(artefactId) => view.setState({ dialog: null, panel: { type: 'card', artefactId } })}
            {...(pageId !== null && { pageId })}
          />
        </Suspense>
      )
    default:
      return null
  }
}
