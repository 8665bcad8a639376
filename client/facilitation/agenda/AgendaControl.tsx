import { ListOrdered } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRoom, useView } from '#client/room-context/room-context.ts'
import { Button } from '#client/ui/Button.tsx'
import { togglePanel } from '#client/ui-state/room-view.ts'
import { useCurrentMeeting } from './meetings.ts'
import { useCourse } from './use-course.ts'
import { useDriftWords } from './words.ts'

/** The way to the agenda, and how far the meeting is from its plan. */
export function AgendaControl() {
  const { t } = useTranslation()
  const { view } = useRoom()
  const open = useView(({ panel }) => panel?.type === 'agenda')
  const course = useCourse(useCurrentMeeting())
  const drift = useDriftWords()
  return (
    <Button
      variant={open ? 'secondary' : 'quiet'}
      aria-pressed={open}
      icon={<ListOrdered aria-hidden="true" />}
      onClick={() => togglePanel(view, { type: 'agenda' })}
    >
      {course ? t('agenda.withDrift', { drift: drift(course) }) : t('agenda.title')}
    </Button>
  )
}
