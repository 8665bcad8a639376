import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { togglePanel } from '#client/ui-state/room-view.ts'
import { useRoom, useView } from '#client/room-context/room-context.ts'

/** The way into the versions: nothing a moderator imposes, so it stands in the top bar and leaves the dock its room. */
export function VersionsButton() {
  const { t } = useTranslation()
  const { view } = useRoom()
  const open = useView(({ panel }) => panel?.type === 'versions')
  return (
    <Button
      variant="quiet"
      icon={<History aria-hidden="true" />}
      aria-expanded={open}
      onClick={() => togglePanel(view, { type: 'versions' })}
    >
      {t('facilitation.dock.versions')}
    </Button>
  )
}
