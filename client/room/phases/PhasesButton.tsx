import { ListChecks } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRoom, useView } from '#client/room-context/room-context.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { togglePanel } from '#client/ui-state/room-view.ts'

/** The way to how far this group and the others are. */
export function PhasesButton() {
  const { t } = useTranslation()
  const { view } = useRoom()
  const isOpen = useView(({ panel }) => panel?.type === 'phases')
  return (
    <IconButton
      label={t('room.phaseView.title')}
      icon={<ListChecks aria-hidden="true" />}
      aria-expanded={isOpen}
      onClick={() => togglePanel(view, { type: 'phases' })}
    />
  )
}
