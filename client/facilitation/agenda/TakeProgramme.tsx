import { useState } from 'react'
import { ListOrdered } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Meeting } from '#shared/agenda/meeting.ts'
import { Button } from '#client/ui/Button.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { usePlanCall } from './meetings.ts'
import styles from './agenda.module.css'

/** The way from an empty plan to the whole Strategiewerkstatt as meetings without dates: all of it, or nothing. */
export function TakeProgramme() {
  const { t } = useTranslation()
  const ask = usePlanCall()
  const [busy, setBusy] = useState(false)
  const take = async () => {
    setBusy(true)
    const meetings = await ask<Meeting[]>('takeProgramme')
    setBusy(false)
    if (meetings) toasts.show({ text: t('agenda.programmeTaken', { count: meetings.length }) })
  }
  return (
    <>
      <p className={styles.quiet}>{t('agenda.programmeHint')}</p>
      <Button busy={busy} icon={<ListOrdered aria-hidden="true" />} onClick={() => void take()}>
        {t('agenda.takeProgramme')}
      </Button>
    </>
  )
}
