import { NotebookPen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRoom } from '#client/room-context/room-context.ts'
import { IconButton } from '#client/ui/IconButton.tsx'

/** The way to taking something down, for those who lead; everybody has the key. */
export function CaptureControl() {
  const { t } = useTranslation()
  const { view } = useRoom()
  return (
    <IconButton
      label={t('room.capture.open')}
      icon={<NotebookPen aria-hidden="true" />}
      onClick={() => view.setState({ dialog: { type: 'capture' } })}
    />
  )
}
