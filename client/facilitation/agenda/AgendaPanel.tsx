import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HandsPanel } from '#client/facilitation/hands/HandsPanel.tsx'
import { usePresentHands } from '#client/facilitation/hands/raised-hands.ts'
import { ViewChoice } from './ViewChoice.tsx'
import { AgendaEditor } from './AgendaEditor.tsx'
import { AgendaRun } from './AgendaRun.tsx'
import { MeetingChoice } from './MeetingChoice.tsx'
import { MinutesView } from './MinutesView.tsx'
import { useCurrentMeeting } from './meetings.ts'
import { OwnTimeSection } from './OwnTimeSection.tsx'
import styles from './agenda.module.css'

/** Everything a moderator has planned, and where the meeting is in it. */
export function AgendaPanel() {
  const { t } = useTranslation()
  const meeting = useCurrentMeeting()
  const hands = usePresentHands().length
  const [view, setView] = useState<'run' | 'edit' | 'minutes'>('run')
  return (
    <div className={styles.agenda}>
      <MeetingChoice meeting={meeting} onCreated={() => setView('edit')} />
      {meeting ? (
        <>
          <ViewChoice
            label={t('agenda.title')}
            value={view}
            onChange={setView}
            options={[
              { value: 'run', label: t('agenda.run') },
              { value: 'edit', label: t('agenda.edit') },
              { value: 'minutes', label: t('agenda.record.title') },
            ]}
          />
          {view === 'run' ? (
            <AgendaRun key={meeting.id} meeting={meeting} onPlan={() => setView('edit')} />
          ) : view === 'edit' ? (
            <AgendaEditor key={meeting.id} meeting={meeting} />
          ) : (
            <MinutesView key={meeting.id} meeting={meeting} />
          )}
        </>
      ) : (
        <p className={styles.quiet}>{t('agenda.none')}</p>
      )}
      <OwnTimeSection />
      {hands > 0 ? (
        <section className={styles.section} aria-label={t('facilitation.hands.title')}>
          <h3>{t('facilitation.hands.title')}</h3>
          <HandsPanel />
        </section>
      ) : null}
    </div>
  )
}
