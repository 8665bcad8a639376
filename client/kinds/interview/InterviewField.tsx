import { useState } from 'react'
import { BookOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import styles from '#client/artefacts/CardPanel.module.css'
import { InterviewReader } from './InterviewReader.tsx'
import type { FieldViewProps } from '../field-view.ts'
import { useKindTexts } from '../kind-texts.ts'

/** The transcript in the card: how long it is, and the way into it. */
export function InterviewField({ session, artefact, field, onOpenArtefact }: FieldViewProps) {
  const { t, i18n } = useTranslation()
  const texts = useKindTexts()
  const [reading, setReading] = useState(false)
  const chars = String(artefact.fields[field]).length
  return (
    <div className={styles.block}>
      <span className={styles.label}>{texts.field(artefact.kind, field)}</span>
      <span className={styles.quiet}>
        {t('artefacts.panel.transcriptChars', { formatted: chars.toLocaleString(i18n.language) })}
      </span>
      <Button variant="primary" icon={<BookOpen aria-hidden="true" />} onClick={() => setReading(true)}>
        {t('artefacts.panel.read')}
      </Button>
      {reading ? (
        <InterviewReader
          {...{ session, onOpenArtefact }}
          interviewId={artefact.id}
          onClose={() => setReading(false)}
        />
      ) : null}
    </div>
  )
}
