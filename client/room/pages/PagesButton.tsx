import { Files } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { Button } from '#client/ui/Button.tsx'

/** The way to renaming, ordering and removing pages, for whoever may. */
export function PagesButton() {
  const { t } = useTranslation()
  const { view } = useRoom()
  const mayFacilitate = useFacilitation((facilitation) => facilitation.mayFacilitate)
  if (!mayFacilitate) return null
  return (
    <Button
      variant="quiet"
      icon={<Files aria-hidden="true" />}
      onClick={() => view.setState({ dialog: { type: 'pages' } })}
    >
      {t('room.pages.title')}
    </Button>
  )
}
