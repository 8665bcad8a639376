import { useState } from 'react'
import { BookOpen, FileText, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { currentTranscript } from '#shared/evidence/transcripts.ts'
import { evidenceRole } from '#shared/kinds/index.ts'
import { Button } from '#client/ui/Button.tsx'
import styles from '#client/artefacts/CardPanel.module.css'
import { useMayWrite } from '#client/artefacts/use-artefact.ts'
import { InterviewImport } from './InterviewImport.tsx'
import { InterviewReader } from './InterviewReader.tsx'
import type { FieldViewProps } from '../field-view.ts'
import { useKindTexts } from '../kind-texts.ts'
import { localeOf } from '#shared/base/locale.ts'

/** The transcript in the card: how long it is, and the way into it. */
export function InterviewField({ session, artefact, field, onOpenArtefact }: FieldViewProps) {
  const { t, i18n } = useTranslation()
  const texts = useKindTexts()
  const mayWrite = useMayWrite(session)
  const [open, setOpen] = useState<'reader' | 'import' | null>(null)
  const chars = currentTranscript(artefact.fields).text.length
  if (chars === 0)
    return (
      <div className={styles.block}>
        <span className={styles.label}>{texts.field(artefact.kind, field)}</span>
        <span className={styles.bad}>
          <TriangleAlert aria-hidden="true" />
          {t('artefacts.panel.noProtocol')}
        </span>
        {mayWrite ? (
          <Button icon={<FileText aria-hidden="true" />} onClick={() => setOpen('import')}>
            {t('artefacts.importing.supply')}
          </Button>
        ) : null}
        <InterviewImport
          session={session}
          open={open === 'import'}
          onClose={() => setOpen(null)}
          supplying={artefact}
        />
      </div>
    )
  return (
    <div className={styles.block}>
      <span className={styles.label}>{texts.field(artefact.kind, field)}</span>
      <span className={styles.quiet}>
        {t('artefacts.panel.transcriptChars', { formatted: chars.toLocaleString(localeOf(i18n.language)) })}
      </span>
      <Button variant="primary" icon={<BookOpen aria-hidden="true" />} onClick={() => setOpen('reader')}>
        {t(evidenceRole(artefact.kind) === 'source' ? 'artefacts.panel.read' : 'artefacts.panel.readText')}
      </Button>
      {open === 'reader' ? (
        <InterviewReader
          {...{ session, onOpenArtefact }}
          interviewId={artefact.id}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </div>
  )
}
