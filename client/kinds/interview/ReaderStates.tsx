import { PenLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Transcript } from '#shared/evidence/transcripts.ts'
import { Button } from '#client/ui/Button.tsx'
import { Select } from '#client/ui/Select.tsx'
import styles from './InterviewReader.module.css'

interface ReaderStatesProps {
  states: readonly Transcript[]
  shown: Transcript
  onShow: (revision: Transcript['revision']) => void
  /** Null for those who may not. */
  onCorrect: (() => void) | null
}

const FIRST = 'first'

/** The text as it was read in and as it was corrected since; each can be read, the last one counts. */
export function ReaderStates({ states, shown, onShow, onCorrect }: ReaderStatesProps) {
  const { t } = useTranslation()
  const nameOf = ({ revision, by }: Transcript, number: number) => {
    if (number > 0) return t('artefacts.reader.state', { number, by })
    return revision === null ? t('artefacts.reader.firstState') : t('artefacts.reader.suppliedState', { by })
  }
  return (
    <div className={styles.states}>
      {states.length > 1 ? (
        <Select
          label={t('artefacts.reader.states')}
          hint={shown === states.at(-1) ? undefined : t('artefacts.reader.olderState')}
          value={shown.revision ?? FIRST}
          onChange={(revision) => onShow(revision === FIRST ? null : revision)}
          options={states.map((state, n) => ({ value: state.revision ?? FIRST, label: nameOf(state, n) }))}
        />
      ) : null}
      {onCorrect ? (
        <Button icon={<PenLine aria-hidden="true" />} onClick={onCorrect}>
          {t('artefacts.reader.correct')}
        </Button>
      ) : null}
    </div>
  )
}
