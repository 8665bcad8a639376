import { useId } from 'react'
import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Artefact } from '#shared/document/artefacts.ts'
import { itemsOf } from '#shared/document/artefacts.ts'
import { removeItem } from '#shared/document/items.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { asOneStep } from '#client/artefacts/card-actions.ts'
import { useMayRelease } from '#client/artefacts/use-artefact.ts'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import styles from './InterviewReader.module.css'
import { shortName } from '../kind-texts.ts'
import type { NameInText } from '#shared/consent/names.ts'
import { redactionsOf } from './redactions.ts'

interface ReaderRedactionsProps {
  session: RoomSession
  interview: Artefact
  /** Names of persons and providers that stand in the text and that nobody has looked at. */
  names: readonly NameInText[]
  mayWrite: boolean
  onRedact: (words: string) => void
  onShow: (words: string) => void
  onKeep: (name: string) => void
}

/** What of this interview exists nowhere outside, and names that may belong to it. */
export function ReaderRedactions(props: ReaderRedactionsProps) {
  const { session, interview, names, mayWrite, onRedact, onShow, onKeep } = props
  const { t } = useTranslation()
  const mayLift = useMayRelease(session)
  const titleId = useId()
  const redactions = redactionsOf(interview)
  const lift = (id: string) =>
    asOneStep(session, ({ artefacts }) => {
      const items = itemsOf(artefacts, interview.id, 'redactions')
      if (items) removeItem(items, id)
    })
  if (redactions.length === 0 && names.length === 0) return null
  return (
    <section aria-labelledby={titleId}>
      <h3 className={styles.quotesTitle} id={titleId}>
        {t('artefacts.reader.protected')}
      </h3>
      {redactions.length > 0 ? (
        <>
          <p className={styles.hint}>
            {t(mayLift ? 'artefacts.reader.redactedHint' : 'artefacts.reader.redactedHeld')}
          </p>
          <ul className={styles.quoteList}>
            {redactions.map(({ id, words }) => (
              <li key={id} className={styles.quoteRow}>
                <button type="button" className={styles.quote} onClick={() => onShow(words)}>
                  <span data-redacted="">{shortName(words, 80)}</span>
                </button>
                {mayLift ? (
                  <IconButton
                    label={t('artefacts.reader.lift', { words: shortName(words, 40) })}
                    icon={<Undo2 aria-hidden="true" />}
                    onClick={() => lift(id)}
                  />
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {names.length > 0 && mayWrite ? (
        <>
          <p className={styles.hint}>{t('artefacts.reader.namesHint', { count: names.length })}</p>
          <ul className={styles.quoteList}>
            {names.map(({ name, count, type }) => (
              <li key={name} className={styles.nameRow}>
                <button type="button" className={styles.quote} onClick={() => onShow(name)}>
                  <span>{name}</span>
                  <span className={styles.origin}>
                    {t(`artefacts.reader.nameType.${type}`)} · {t('artefacts.reader.times', { count })}
                  </span>
                </button>
                <Button variant="quiet" onClick={() => onRedact(name)}>
                  {t('artefacts.reader.redact')}
                </Button>
                <Button variant="quiet" onClick={() => onKeep(name)}>
                  {t('artefacts.reader.keepName')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
