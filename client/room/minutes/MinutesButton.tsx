import { ScrollText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRoom, useView } from '#client/room-context/room-context.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import type { MenuItem } from '#client/ui/Menu.tsx'
import { togglePanel } from '#client/ui-state/room-view.ts'
import { useReleasedMinutes } from './use-released-minutes.ts'

/** The way to the minutes, there once some are released. */
export function MinutesButton() {
  const { t } = useTranslation()
  const { view } = useRoom()
  const open = useView(({ panel }) => panel?.type === 'minutes')
  const { data = [] } = useReleasedMinutes()
  if (data.length === 0) return null
  return (
    <IconButton
      label={t('agenda.record.list')}
      icon={<ScrollText aria-hidden="true" />}
      pressed={open}
      onClick={() => togglePanel(view, { type: 'minutes' })}
    />
  )
}

/** The same way for a menu. */
export function useMinutesItem(): MenuItem[] {
  const { t } = useTranslation()
  const { view } = useRoom()
  const { data = [] } = useReleasedMinutes()
  if (data.length === 0) return []
  return [
    {
      id: 'minutes',
      label: t('agenda.record.list'),
      icon: <ScrollText aria-hidden="true" />,
      onSelect: () => togglePanel(view, { type: 'minutes' }),
    },
  ]
}
