import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { challengeSentence, scopeHints, type ChallengeSlots } from '#shared/kinds/challenge/sentence.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { tellWithUndo } from '#client/artefacts/undo-offer.ts'
import { setCardText } from '#client/artefacts/card-actions.ts'
import styles from '#client/artefacts/CardPanel.module.css'

interface SentenceDialogProps {
  session: RoomSession
  artefact: Artefact
  /** What stands in the slots already. */
  initial: ChallengeSlots | null
  /** Whether a question in other words stands there, that taking this one over would replace. */
  replaces: boolean
  onClose: () => void
}

const slots = ['what', 'whom', 'where'] as const
const mostSlotChars = 110

/** Asks for the three parts of a challenge one by one and shows the sentence they make. */
export function SentenceDialog({ session, artefact, initial, replaces, onClose }: SentenceDialogProps) {
  const { t } = useTranslation()
  const formId = useId()
  const [written, setWritten] = useState<ChallengeSlots>(initial ?? { what: '', whom: '', where: '' })
  const sentence = challengeSentence(written, session.language)
  const missing = slots.find((slot) => written[slot].trim() === '')
  const take = (event: FormEvent) => {
    event.preventDefault()
    if (missing) return
    setCardText(session, artefact.id, 'question', sentence)
    onClose()
    tellWithUndo(session, t('artefacts.helps.challenge.taken'), t('common.undo'))
  }
  return (
    <Dialog
      title={t('artefacts.helps.challenge.open')}
      open
      onClose={onClose}
      actions={
        <Button type="submit" form={formId} variant="primary" disabled={missing !== undefined}>
          {t('artefacts.helps.challenge.take')}
        </Button>
      }
    >
      <form id={formId} className={styles.form} onSubmit={take}>
        {slots.map((slot, at) => (
          <TextField
            key={slot}
            label={t(`artefacts.helps.challenge.slots.${slot}.label`)}
            hint={t(`artefacts.helps.challenge.slots.${slot}.hint`)}
            maxLength={mostSlotChars}
            autoFocus={at === 0}
            autoComplete="off"
            lang={session.language}
            value={written[slot]}
            onChange={(words) => setWritten({ ...written, [slot]: words })}
          />
        ))}
        <p className={styles.sentence} lang={session.language} role="status">
          {sentence}
        </p>
        {missing ? null : (
          <ul className={styles.hints}>
            {scopeHints(sentence).map((hint) => (
              <li key={hint} className={styles.quiet}>
                {t(`artefacts.helps.challenge.hint.${hint}`)}
              </li>
            ))}
          </ul>
        )}
        {replaces ? <p className={styles.quiet}>{t('artefacts.helps.challenge.replaces')}</p> : null}
      </form>
    </Dialog>
  )
}
