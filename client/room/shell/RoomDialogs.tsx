import { Suspense } from 'react'
import { HelpDialog } from './HelpDialog.tsx'
import { useOwnPage, useRoom, useView } from '#client/room-context/room-context.ts'
import { InterviewImport, MethodsDialog } from './room-parts.ts'
import { SearchDialog } from '../search/SearchDialog.tsx'
import { TimerDialog } from '#client/facilitation/timer/TimerDialog.tsx'

/** The one dialog that is open, if any. */
export function RoomDialogs() {
  const { session, view } = useRoom()
  const dialog = useView((state) => state.dialog)
  const pageId = useView((state) => state.pageId)
  const phase = useOwnPage()?.phase ?? null
  const close = () => view.setState({ dialog: null })
  switch (dialog?.type) {
    case 'help':
      return <HelpDialog onClose={close} />
    case 'search':
      return <SearchDialog onClose={close} />
    case 'timer':
      return <TimerDialog onClose={close} />
    case 'methods':
      return (
        <Suspense fallback={null}>
          <MethodsDialog phase={phase} onClose={close} />
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
    default:
      return null
  }
}
