import { Check, Minus, OctagonAlert, X, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classes } from '#client/ui/classes.ts'
import styles from './ballots.module.css'

interface AnswerControlProps<Answer extends string> {
  of: 'scale' | 'yesNo' | 'consent'
  name: string
  answers: readonly Answer[]
  /** Empty as long as nothing is chosen. */
  chosen: string
  disabled: boolean
  onChoose: (answer: Answer) => void
  tabIndex?: 0 | -1 | undefined
}

const signs: Readonly<Record<string, LucideIcon>> = {
  yes: Check,
  no: X,
  abstain: Minus,
  consent: Check,
  objection: OctagonAlert,
}

/** One of a few answers, as buttons in a row; pressed a second time it is taken back. */
export function AnswerControl<Answer extends string>(props: AnswerControlProps<Answer>) {
  const { of, name, answers, chosen, disabled, onChoose, tabIndex } = props
  const { t } = useTranslation()
  // Composed of the question's kind and the answer; a test proves that all exist.
  const say = (answer: string) => (t as (key: string) => string)(`votes.answers.${of}.${answer}`)
  return (
    <div className={styles.control} role="group" aria-label={t('votes.answerTo', { card: name })}>
      {answers.map((answer) => {
        const Sign = signs[answer]
        return (
          <button
            key={answer}
            type="button"
            tabIndex={tabIndex}
            className={classes(styles.answer, styles[answer])}
            aria-pressed={chosen === answer}
            aria-disabled={disabled}
            aria-label={of === 'scale' ? say(answer) : undefined}
            title={of === 'scale' ? say(answer) : undefined}
            onClick={() => !disabled && onChoose(answer)}
          >
            {Sign ? <Sign aria-hidden="true" /> : null}
            <span className={Sign ? styles.word : undefined}>{of === 'scale' ? answer : say(answer)}</span>
          </button>
        )
      })}
    </div>
  )
}
