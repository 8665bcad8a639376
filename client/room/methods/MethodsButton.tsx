import { Blocks } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'

/** The way into the catalogue of methods, for whoever may add pages. */
export function MethodsButton({ iconOnly }: { iconOnly: boolean }) {
  const { t } = useTranslation()
  const { view } = useRoom()
  const mayFacilitate = useFacilitation((facilitation) => facilitation.mayFacilitate)
  if (!mayFacilitate) return null
  const label = t('room.opens.methods')
  const open = () => view.setState({ dialog: { type: 'methods' } })
  if (iconOnly) return <IconButton label={label} icon={<Blocks aria-hidden="true" />} onClick={open} />
  return (
    <Button variant="quiet" icon={<Blocks aria-hidden="true" />} onClick={open}>
      {label}
    </Button>
  )
}
