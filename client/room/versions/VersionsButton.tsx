import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { togglePanel } from '#client/ui-state/room-view.ts'
import { useRoom, useView } from '#client/room-context/room-context.ts'
import { useNarrowWindow } from '#client/room-context/use-phone.ts'

/** The way into the versions: nothing a moderator imposes, so it stands in the top bar and leaves the dock its room. */
export function VersionsButton() {
  const { t } = useTranslation()
  const { view } = useRoom()
  const open = useView(({ panel }) => panel?.type === 'versions')
  const narrow = useNarrowWindow()
  const label = t('facilitation.dock.versions')
  const shared = {
    icon: <History aria-hidden="true" />,
    'aria-expanded': open,
    onClick: () => togglePanel(view, { type: 'versions' }),
  }
  return narrow ? (
    <IconButton {...shared} label={label} />
  ) : (
    <Button {...shared} variant="quiet">
      {label}
    </Button>
  )
}
