import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { formatsOf, type ExportFormat } from '#shared/protocol/export-formats.ts'

interface SlideFormatsProps {
  name: string
  onClose: () => void
  onChoose: (format: ExportFormat) => void
}

/** Asks in which format the slides of one card are taken. */
export function SlideFormats({ name, onClose, onChoose }: SlideFormatsProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      open
      size="small"
      title={t('artefacts.panel.slidesOf', { name })}
      onClose={onClose}
      actions={formatsOf('slides').map((format) => (
        <Button key={format} onClick={() => onChoose(format)}>
          {t(`workshop.exports.format.${format}`)}
        </Button>
      ))}
    >
      <p>{t('artefacts.panel.slidesText')}</p>
    </Dialog>
  )
}
