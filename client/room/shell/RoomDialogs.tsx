import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { moveCard, moveCards } from '#client/artefacts/card-actions.ts'
import { announce } from '#client/ui/announcements.ts'
import { useOwnPage, useRoom, useView } from '#client/room-context/room-context.ts'
import {
  BringDialog,
  CaptureDialog,
  HelpDialog,
  InterviewImport,
  MethodsDialog,
  MoveDialog,
  PagesDialog,
  RehearsalDialog,
  RoomInviteDialog,
  ScreenDialog,
  SearchDialog,
  SolutionCatalogue,
  TimerDialog,
} from './room-parts.ts'

/** The one dialog that is open, if any. */
export function RoomDialogs() {
  return (
    <Suspense fallback={null}>
      <OpenDialog />
    </Suspense>
  )
}

function OpenDialog() {
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
      )
    case 'bring':
      return pageId === null ? null : (
        <BringDialog
          session={session}
          pageId={pageId}
          onBring={(shapeIds, parentId) => {
            moveCards(session, shapeIds, parentId)
            announce(t('list.bring.done', { count: shapeIds.length }))
          }}
          onClose={close}
        />
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
    case 'rehearsal':
      return <RehearsalDialog onClose={close} />
    case 'methods':
      return <MethodsDialog phase={phase} onClose={close} />
    case 'pages':
      return <PagesDialog onClose={close} />
    case 'invite':
      return <RoomInviteDialog workshop={workshop} groupId={group.id} onClose={close} />
    case 'importInterview':
      return (
        <InterviewImport
          session={session}
          open
          onClose={close}
          onImported={({ artefactId }) =>
            view.setState({ dialog: null, panel: { type: 'card', artefactId } })
          }
          {...(pageId !== null && { pageId })}
        />
      )
    case 'catalogue':
      return (
        <SolutionCatalogue
          session={session}
          onClose={close}
          onOpen={(artefactId) => view.setState({ dialog: null, panel: { type: 'card', artefactId } })}
          {...(pageId !== null && { pageId })}
        />
      )
    default:
      return null
  }
}
