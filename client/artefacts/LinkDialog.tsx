import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTypes, type LinkType } from '#shared/evidence/links.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { linkCards } from './card-actions.ts'
import { findCards } from './card-search.ts'
import styles from './EvidenceSection.module.css'
import { KindIcon } from '../kinds/KindIcon.tsx'
import { shortName, useKindTexts } from '../kinds/kind-texts.ts'

interface LinkDialogProps {
  session: RoomSession
  artefact: Artefact
  open: boolean
  onClose: () => void
}

const SHOWN = 30

/** Links this card with another one, by a sentence: "This card … – … is derived from – that one". */
export function LinkDialog(props: LinkDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('artefacts.link.title')} open={props.open} onClose={props.onClose}>
      <LinkForm {...props} />
    </Dialog>
  )
}

function LinkForm({ session, artefact, onClose }: LinkDialogProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const [type, setType] = useState<LinkType>('derivedFrom')
  const [query, setQuery] = useState('')
  const found = findCards(session, useDeferredValue(query)).filter(({ id }) => id !== artefact.id)
  const choose = (other: Artefact) => {
    linkCards(session, artefact.id, { type, to: other.id })
    toasts.show({ text: t('artefacts.link.done', { card: shortName(texts.nameOf(other)) }) })
    onClose()
  }
  return (
    <div className={styles.form}>
      <Select
        label={t('artefacts.link.type')}
        value={type}
        onChange={setType}
        options={linkTypes.map((one) => ({ value: one, label: t(`artefacts.link.types.${one}`) }))}
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
      <ul className={styles.list} aria-label={t('artefacts.link.results')}>
        {found.slice(0, SHOWN).map((other) => (
          <li key={other.id} className={styles.row}>
            <button type="button" className={styles.card} onClick={() => choose(other)}>
              <KindIcon kind={other.kind} />
              <span className={styles.text}>
                <span className={styles.quiet}>{texts.label(other.kind)}</span>
                <span>{shortName(texts.nameOf(other), 120)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
