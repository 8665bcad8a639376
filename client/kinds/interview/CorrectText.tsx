import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { passageOf, transcriptsOf, type Transcript } from '#shared/evidence/transcripts.ts'
import { sourceOf } from '#shared/kinds/source.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import { limits } from '#shared/base/limits.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { addState } from './add-state.ts'
import styles from './InterviewReader.module.css'
import { markedUp, stressedText } from './reading-in/stressed-text.ts'
import { checkTranscript } from './transcript-file.ts'
import { wordingOf } from './use-interview-quotes.ts'

interface CorrectTextProps {
  session: RoomSession
  interview: Artefact
  current: Transcript
  quotes: readonly Artefact[]
  onClose: () => void
}

/** Writes another state of the text beside the former ones, and says beforehand which quotes will be found in it. */
export function CorrectText({ session, interview, current, quotes, onClose }: CorrectTextProps) {
  const { t } = useTranslation()
  const before = useMemo(() => withMarks(current), [current])
  const [text, setText] = useState(before)
  const [isFull, setFull] = useState(false)
  const checked = checkTranscript(text)
  const settled = useDeferredValue(text)
  const lost = useMemo(() => lostIn(settled, interview, quotes), [settled, interview, quotes])

  const save = () => {
    if (!checked.ok || text === before) return
    if (!addState(session, interview, checked.value)) return setFull(true)
    onClose()
    toasts.show({ text: t('artefacts.reader.corrected', { count: lost }) })
  }
  return (
    <Dialog
      open
      size="large"
      title={t('artefacts.reader.correct')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" aria-disabled={!checked.ok || text === before} onClick={save}>
            {t('artefacts.reader.saveCorrection')}
          </Button>
        </>
      }
    >
      <div className={styles.correction}>
        <p className={styles.hint} role="status">
          {quotes.length > 0
            ? t('artefacts.reader.keptQuotes', { kept: quotes.length - lost, lost })
            : t('artefacts.reader.correctHint')}
        </p>
        <TextArea
          label={t('artefacts.importing.paste')}
          hint={t('artefacts.reader.correctHint')}
          error={
            !checked.ok
              ? t(`artefacts.importing.${checked.refusal}`, { max: limits.maxTranscriptChars })
              : isFull
                ? t('artefacts.reader.tooManyRevisions', { max: limits.maxRevisions })
                : null
          }
          rows={18}
          lang="de"
          value={text}
          onChange={setText}
        />
      </div>
    </Dialog>
  )
}

const withMarks = ({ text, strong }: Transcript) =>
  markedUp({ text, strong: strong.map(({ start, end }) => [start, end]), headings: [] })

/** How many quotes would have no certain place in this text. */
function lostIn(text: string, interview: Artefact, quotes: readonly Artefact[]): number {
  const states = transcriptsOf(interview.fields)
  const checked = checkTranscript(text)
  if (!checked.ok) return 0
  const next: Transcript = { revision: 'next', text: stressedText(checked.value).text, strong: [], by: '' }
  const isLost = (quote: Artefact) => {
    const source = sourceOf(quote)
    return source !== null && passageOf(source, states, next, wordingOf(quote)) === null
  }
  return quotes.filter(isLost).length
}
