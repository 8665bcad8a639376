import { useState } from 'react'
import { Lightbulb, PencilRuler } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { scopeHints, slotsIn } from '#shared/kinds/challenge/sentence.ts'
import { Button } from '#client/ui/Button.tsx'
import styles from '#client/artefacts/CardPanel.module.css'
import { useMayWrite } from '#client/artefacts/use-artefact.ts'
import type { FieldViewProps } from '../field-view.ts'
import { StandardField } from '../StandardField.tsx'
import { SentenceDialog } from './SentenceDialog.tsx'
import { useChallengeCount } from './use-challenge-count.ts'

/** As many questions as the groups of a workshop can work on. */
const fewest = 3
const most = 5

/** The question itself, with help to put it, and hints where it may be too narrow or too wide. */
export function ChallengeQuestion(props: FieldViewProps) {
  const { session, artefact } = props
  const { t } = useTranslation()
  const mayWrite = useMayWrite(session)
  const count = useChallengeCount(session)
  const [asking, setAsking] = useState(false)
  const question = typeof artefact.fields.question === 'string' ? artefact.fields.question : ''
  const hints = mayWrite ? scopeHints(question) : []
  return (
    <>
      <StandardField {...props} />
      {mayWrite ? (
        <div className={styles.block}>
          {hints.length > 0 ? (
            <ul className={styles.hints} aria-label={t('artefacts.helps.challenge.hints')}>
              {hints.map((hint) => (
                <li key={hint} className={styles.quiet}>
                  <Lightbulb aria-hidden="true" />
                  {t(`artefacts.helps.challenge.hint.${hint}`)}
                </li>
              ))}
            </ul>
          ) : null}
          <Button icon={<PencilRuler aria-hidden="true" />} onClick={() => setAsking(true)}>
            {t('artefacts.helps.challenge.open')}
          </Button>
          {count < fewest || count > most ? (
            <span className={styles.quiet}>
              {t('artefacts.helps.challenge.count', { count, fewest, most })}
            </span>
          ) : null}
        </div>
      ) : null}
      {asking ? (
        <SentenceDialog
          {...{ session, artefact }}
          initial={slotsIn(question, session.language)}
          replaces={question.trim() !== '' && slotsIn(question, session.language) === null}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}
