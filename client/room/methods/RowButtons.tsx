import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#client/ui/IconButton.tsx'

interface RowButtonsProps {
  /** What the row is called. */
  name: string
  onMove: (by: number) => void
  onRemove: () => void
  /** A page keeps its last field. */
  mayRemove?: boolean
}

/** What can be done to a step or field of a method as a whole. */
export function RowButtons({ name, onMove, onRemove, mayRemove = true }: RowButtonsProps) {
  const { t } = useTranslation()
  return (
    <span>
      <IconButton
        label={t('room.methods.edit.up', { name })}
        icon={<ArrowUp aria-hidden="true" />}
        onClick={() => onMove(-1)}
      />
      <IconButton
        label={t('room.methods.edit.down', { name })}
        icon={<ArrowDown aria-hidden="true" />}
        onClick={() => onMove(1)}
      />
      <IconButton
        label={t('room.methods.edit.remove', { name })}
        icon={<Trash2 aria-hidden="true" />}
        disabled={!mayRemove}
        onClick={onRemove}
      />
    </span>
  )
}
