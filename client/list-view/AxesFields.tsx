import { useTranslation } from 'react-i18next'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { AxesPlace } from '#shared/document/containers.ts'
import { TextField } from '#client/ui/TextField.tsx'

interface AxesFieldsProps {
  matrix: Artefact
  worth: AxesPlace
  onChange: (worth: AxesPlace) => void
}

/** How far along both axes of a matrix a card lies, as numbers that can be typed or stepped with the arrow keys. */
export function AxesFields({ matrix: { fields }, worth, onChange }: AxesFieldsProps) {
  const { t } = useTranslation()
  const said = (field: string, otherwise: string) => {
    const value = fields[field]
    return typeof value === 'string' && value.trim() !== '' ? value : otherwise
  }
  const number = (value: string) => Math.min(100, Math.max(0, Math.round(Number(value)) || 0))
  return (
    <>
      <TextField
        type="number"
        min={0}
        max={100}
        label={said('xAxis', t('list.move.across'))}
        hint={t('list.move.axisEnds', {
          low: said('xLow', t('list.move.left')),
          high: said('xHigh', t('list.move.right')),
        })}
        value={String(worth.x)}
        onChange={(value) => onChange({ ...worth, x: number(value) })}
      />
      <TextField
        type="number"
        min={0}
        max={100}
        label={said('yAxis', t('list.move.up'))}
        hint={t('list.move.axisEnds', {
          low: said('yLow', t('list.move.bottom')),
          high: said('yHigh', t('list.move.top')),
        })}
        value={String(worth.y)}
        onChange={(value) => onChange({ ...worth, y: number(value) })}
      />
    </>
  )
}
