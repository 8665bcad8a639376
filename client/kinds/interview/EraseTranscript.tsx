import { useState } from 'react'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Artefact } from '#shared/document/artefacts.ts'
import { call } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { useMayInRoom } from '#client/artefacts/use-artefact.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { toasts } from '#client/ui/toasts.ts'

interface EraseTranscriptProps {
  session: RoomSession
  interview: Artefact
  quoteCount: number
  /** Whether there is a text now; former ones may lie in versions in any case, also after a deletion that failed. */
  hasText: boolean
}

/** For moderators: the text goes for good, where somebody wants what they said to be deleted. */
export function EraseTranscript({ session, interview, quoteCount, hasText }: EraseTranscriptProps) {
  const { t } = useTranslation()
  const explain = useErrorText()
  const mayErase = useMayInRoom(session, 'room.erase')
  const [asking, setAsking] = useState(false)
  const [erasing, setErasing] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null })
  if (!mayErase) return null

  const erase = () => {
    setErasing({ busy: true, error: null })
    const { workshopId, groupId } = session
    call('eraseTranscript', { path: { workshopId, groupId, artefactId: interview.id } }).then(
      () => {
        setAsking(false)
        setErasing({ busy: false, error: null })
        toasts.show({ text: t('artefacts.reader.erased') })
      },
      (error: unknown) => setErasing({ busy: false, error }),
    )
  }
  return (
    <div>
      {hasText ? null : <p>{t('artefacts.reader.eraseRestHint')}</p>}
      <Button variant="quiet" icon={<Trash2 aria-hidden="true" />} onClick={() => setAsking(true)}>
        {t(hasText ? 'artefacts.reader.erase' : 'artefacts.reader.eraseRest')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('artefacts.reader.eraseTitle')}
        confirm={t('artefacts.reader.eraseConfirm')}
        danger
        busy={erasing.busy}
        onConfirm={erase}
        onClose={() => setAsking(false)}
      >
        <p>{t('artefacts.reader.eraseText')}</p>
        {quoteCount > 0 ? <p>{t('artefacts.reader.eraseKeeps', { count: quoteCount })}</p> : null}
        <p>{t('artefacts.reader.eraseCopies')}</p>
        {erasing.error ? (
          <Banner tone="danger">
            {t('artefacts.reader.eraseAgain')} {explain(erasing.error)}
          </Banner>
        ) : null}
      </ConfirmDialog>
    </div>
  )
}
