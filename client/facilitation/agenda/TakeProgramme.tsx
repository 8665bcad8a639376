import { useState } from 'react'
import { ListOrdered } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRoom } from '#client/room-context/room-context.ts'
import { Button } from '#client/ui/Button.tsx'
import { untilLoaded } from '#client/ui/on-demand.ts'
import { toasts } from '#client/ui/toasts.ts'
import { useAddMeetings } from './meetings.ts'
import styles from './agenda.module.css'

/** The way from an empty plan to the whole Strategiewerkstatt as meetings without dates. */
export function TakeProgramme() {
  const { t } = useTranslation()
  const { workshop } = useRoom()
  const add = useAddMeetings()
  const [busy, setBusy] = useState(false)
  const take = async () => {
    setBusy(true)
    try {
      // With it comes the whole catalogue of methods
      const { programmeMeetings } = await untilLoaded(() => import('#shared/agenda/programme.ts'))
      const inUse = workshop.groups.filter(({ archivedAt }) => archivedAt === null)
      const meetings = programmeMeetings({
        language: workshop.language,
        groupIds: inUse.filter(({ kind }) => kind === 'project').map(({ id }) => id),
        plenumId: inUse.find(({ kind }) => kind === 'plenum')?.id ?? null,
      })
      if (await add(meetings)) toasts.show({ text: t('agenda.programmeTaken', { count: meetings.length }) })
    } finally {
      setBusy(false)
    }
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
