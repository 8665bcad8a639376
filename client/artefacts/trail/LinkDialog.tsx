import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { likelySentence, linkSentences } from '#shared/evidence/link-sentences.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { tellWithUndo } from '../undo-offer.ts'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import { connectCards } from '../card-actions.ts'
import { findCards } from '../card-search.ts'
import styles from './trail.module.css'
import { useSentences } from './sentences.ts'

interface LinkDialogProps {
  session: RoomSession
  /** The cards that are linked: one, or several at once. */
  here: readonly Artefact[]
  open: boolean
  onClose: () => void
}

const SHOWN = 40

/** Links these cards with others, by a sentence: "This card … – is supported by – those". */
export function LinkDialog(props: LinkDialogProps) {
  const { t } = useTranslation()
  const count = props.here.length
  return (
    <Dialog
      title={count > 1 ? t('artefacts.link.titleMany', { count }) : t('artefacts.link.title')}
      open={props.open && count > 0}
      onClose={props.onClose}
    >
      <LinkForm {...props} />
    </Dialog>
  )
}

function LinkForm({ session, here, onClose }: LinkDialogProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const sentences = useSentences()
  const [sentence, setSentence] = useState(() => sentences.keyOf(likelySentence(here[0]!.kind, null)))
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const own = new Set<string>(here.map(({ id }) => id))
  const found = findCards(session, useDeferredValue(query)).filter(({ id }) => !own.has(id))
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const link = () => {
    if (chosen.size === 0) return
    const count = connectCards(session, [...own], sentences.read(sentence), [...chosen])
    if (count > 0) tellWithUndo(session, t('artefacts.link.done', { count }), t('common.undo'))
    else toasts.show({ text: t('artefacts.link.known') })
    onClose()
  }
  return (
    <div className={styles.form}>
      <Select
        label={t('artefacts.link.type')}
        value={sentence}
        onChange={setSentence}
        options={linkSentences.map((one) => ({ value: sentences.keyOf(one), label: sentences.say(one) }))}
      />
      <TextField
        label={t('artefacts.link.search')}
        type="search"
        autoComplete="off"
        value={query}
        onChange={setQuery}
      />
      <div role="status" className={styles.quiet}>
        {found.length === 0 ? t('artefacts.link.noneFound') : null}
        {found.length > SHOWN ? t('artefacts.link.more') : null}
      </div>
      <ul className={styles.choices} aria-label={t('artefacts.link.results')}>
        {chosenFirst(session, chosen, found).map((other) => (
          <li key={other.id}>
            <label className={styles.choice}>
              <input type="checkbox" checked={chosen.has(other.id)} onChange={() => toggle(other.id)} />
              <KindIcon kind={other.kind} />
              <span className={styles.text}>
                <span className={styles.quiet}>{texts.label(other.kind)}</span>
                <span lang={session.language}>{shortName(texts.nameOf(other), 120)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button variant="primary" aria-disabled={chosen.size === 0} onClick={link}>
          {t('artefacts.link.run', { count: chosen.size })}
        </Button>
      </div>
    </div>
  )
}

/** What is chosen stays in sight while somebody searches on. */
function chosenFirst(
  session: RoomSession,
  chosen: ReadonlySet<string>,
  found: readonly Artefact[],
): Artefact[] {
  const first = [...chosen].flatMap((id) => session.artefacts.get(id) ?? [])
  return [...first, ...found.filter(({ id }) => !chosen.has(id)).slice(0, SHOWN)]
}
