import { useState } from 'react'
import { BookOpen, Check, FileX, TriangleAlert, Unlink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isVerbatim } from '#shared/evidence/evidence.ts'
import { isErased, passageOf, transcriptsOf } from '#shared/evidence/transcripts.ts'
import { isSource, type QuoteSource } from '#shared/kinds/field.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { setCardText } from '#client/artefacts/card-actions.ts'
import styles from '#client/artefacts/CardPanel.module.css'
import { InterviewReader } from '../interview/InterviewReader.tsx'
import type { FieldViewProps } from '../field-view.ts'
import { wordingOf } from '../interview/use-interview-quotes.ts'
import { useKindTexts } from '../kind-texts.ts'
import { useArtefact, useMayWrite } from '#client/artefacts/use-artefact.ts'

/** Where a quote stands in its interview, and whether it still says the same. */
export function SourceField(props: FieldViewProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const source = props.artefact.fields.source
  return (
    <div className={styles.block}>
      <span className={styles.label}>{texts.field(props.artefact.kind, props.field)}</span>
      {isSource(source) ? (
        <Source {...props} source={source} />
      ) : (
        <span className={styles.quiet}>{t('artefacts.panel.noSource')}</span>
      )}
    </div>
  )
}

function Source({ session, artefact, onOpenArtefact, source }: FieldViewProps & { source: QuoteSource }) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const interview = useArtefact(session, source.interviewId)
  const [reading, setReading] = useState(false)
  if (!interview) return <span className={styles.quiet}>{t('artefacts.panel.sourceGone')}</span>
  return (
    <>
      <span>{texts.nameOf(interview)}</span>
      <VerbatimCheck {...{ session, artefact, interview, source }} />
      <Button icon={<BookOpen aria-hidden="true" />} onClick={() => setReading(true)}>
        {t('artefacts.panel.showPassage')}
      </Button>
      {reading ? (
        <InterviewReader
          {...{ session, onOpenArtefact }}
          interviewId={interview.id}
          focusQuoteId={artefact.id}
          onClose={() => setReading(false)}
        />
      ) : null}
    </>
  )
}

/** A paraphrase may differ; words called verbatim may not, unnoticed. */
function VerbatimCheck(props: {
  session: RoomSession
  artefact: Artefact
  interview: Artefact
  source: QuoteSource
}) {
  const { session, artefact, interview, source } = props
  const { t } = useTranslation()
  const mayWrite = useMayWrite(session)
  const states = transcriptsOf(interview.fields)
  const current = states.at(-1)!
  const place = passageOf(source, states, current, wordingOf(artefact))
  if (place === null && isErased(source)) {
    return (
      <span className={styles.quiet}>
        <FileX aria-hidden="true" />
        {t('artefacts.panel.transcriptErased')}
      </span>
    )
  }
  if (place === null) {
    return (
      <span className={styles.bad}>
        <Unlink aria-hidden="true" />
        {t('artefacts.panel.orphaned')}
      </span>
    )
  }
  if (isVerbatim(String(artefact.fields.wording), current.text, place)) {
    return (
      <span className={styles.good}>
        <Check aria-hidden="true" />
        {t('artefacts.panel.verbatim')}
      </span>
    )
  }
  if (artefact.fields.rendering === 'paraphrased') return null
  const restore = () =>
    setCardText(session, artefact.id, 'wording', current.text.slice(place.start, place.end))
  return (
    <>
      <span className={styles.bad}>
        <TriangleAlert aria-hidden="true" />
        {t('artefacts.panel.notVerbatim')}
      </span>
      {mayWrite ? (
        <Button variant="quiet" onClick={restore}>
          {t('artefacts.panel.takeVerbatim')}
        </Button>
      ) : null}
    </>
  )
}
