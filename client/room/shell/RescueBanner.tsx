import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { downloadFile } from '#client/ui/download.ts'
import type { Rescue } from './use-room-session.ts'

/** Own words that could not be merged are handed back; they stay until the person puts them away. */
export function RescueBanner({ cards, dismiss }: Rescue) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  if (cards.length === 0) return null
  const text = cards.map((card) => card.texts.join('\n')).join('\n\n')
  const download = () =>
    downloadFile(t('room.rescue.fileName'), new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const copy = () => void navigator.clipboard.writeText(text)
  return (
    <>
      <Banner
        tone="attention"
        action={<Button onClick={() => setOpen(true)}>{t('room.rescue.show')}</Button>}
      >
        {t('room.rescue.banner')}
      </Banner>
      <Dialog
        title={t('room.rescue.title')}
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button variant="quiet" onClick={dismiss}>
              {t('room.rescue.dismiss')}
            </Button>
            <Button onClick={copy}>{t('common.copy')}</Button>
            <Button variant="primary" onClick={download}>
              {t('common.download')}
            </Button>
          </>
        }
      >
        <p>{t('room.rescue.text')}</p>
        <TextArea label={t('room.rescue.title')} value={text} onChange={() => undefined} readOnly rows={10} />
      </Dialog>
    </>
  )
}
