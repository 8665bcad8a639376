import { Route } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRoom, useView } from '#client/room-context/room-context.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { togglePanel } from '#client/ui-state/room-view.ts'

/** The way to what is missing in the trails of this group. */
export function CoverageButton() {
  const { t } = useTranslation()
  const { view } = useRoom()
  const isOpen = useView(({ panel }) => panel?.type === 'coverage')
  return (
    <IconButton
      label={t('room.coverage.open')}
      icon={<Route aria-hidden="true" />}
      aria-expanded={isOpen}
      onClick={() => togglePanel(view, { type: 'coverage' })}
    />
  )
}
