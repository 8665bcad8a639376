import { useState } from 'react'
import { BookOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import styles from './CardPanel.module.css'
import { InterviewReader } from './InterviewReader.tsx'
import { useKindTexts } from './kind-texts.ts'

interface InterviewFieldProps {
  session: RoomSession
  interview: Artefact
  onOpenArtefact: (artefactId: string) => void
}

/** The transcript in the card: how long it is, and the way into it. */
export function InterviewField({ session, interview, onOpenArtefact }: InterviewFieldProps) {
  const { t, i18n } = useTranslation()
  const texts = useKindTexts()
  const [reading, setReading] = useState(false)
  const chars = String(interview.fields.transcript).length
  return (
    <div className={styles.block}>
      <span className={styles.label}>{texts.field('interview', 'transcript')}</span>
      <span className={styles.quiet}>
        {t('artefacts.panel.transcriptChars', { formatted: chars.toLocaleString(i18n.language) })}
      </span>
      <Button variant="primary" icon={<BookOpen aria-hidden="true" />} onClick={() => setReading(true)}>
        {t('artefacts.panel.read')}
      </Button>
      {reading ? (
        <InterviewReader
          {...{ session, onOpenArtefact }}
          interviewId={interview.id}
          onClose={() => setReading(false)}
        />
      ) : null}
    </div>
  )
}
