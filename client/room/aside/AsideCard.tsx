import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { headlineOf, replaceText, textOf } from '#shared/document/artefacts.ts'
import { removeDraftCard, type DraftCard } from '#shared/document/draft-cards.ts'
import { fieldsOf, isTextField, kinds } from '#shared/kinds/index.ts'
import { createCard } from '#client/artefacts/card-actions.ts'
import { shortName } from '#client/kinds/kind-texts.ts'
import type { DraftSession } from '#client/session/draft-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { useFacilitation, useOwnPage, useRoom } from '#client/room-context/room-context.ts'
import { named } from '#client/ui/named.ts'
import { Said } from '#client/ui/Said.tsx'
import { useTakeBack } from '../drafts/use-take-back.ts'
import own from '../own-cards.module.css'
import styles from './AsideCard.module.css'

/** Words that were put aside: to be mended, added openly on the page in front, or deleted. */
export function AsideCard({ draft, card }: { draft: DraftSession; card: DraftCard }) {
  const { t } = useTranslation()
  const { session } = useRoom()
  const page = useOwnPage()
  const mayWrite = useFacilitation((facilitation) => facilitation.mayWrite)
  const { artefact, shapeId, about } = card
  const { kind } = artefact
  const { headline } = kinds[kind]
  const spec = fieldsOf(kind)[headline]
  const words = headlineOf(artefact)
  const origin = about === null ? null : session.artefacts.get(about)
  const takeBack = useTakeBack(draft, shapeId)
  const addOpenly = () => {
    if (page && createCard(session, { kind, parentId: page.id, fields: { [headline]: words } }))
      draft.edit((roots) => removeDraftCard(roots, shapeId))
  }
  const write = (next: string) =>
    draft.edit(({ artefacts }) => {
      const text = textOf(artefacts, artefact.id, headline)
      if (text) replaceText(text, next)
    })
  return (
    <li className={own.card}>
      {origin ? (
        <p className={styles.about}>
          <Said>
            {t('room.aside.about', {
              card: named(shortName(headlineOf(origin), 60), session.language) || t('room.aside.blank'),
            })}
          </Said>
        </p>
      ) : null}
      <TextArea
        label={t('room.aside.words')}
        rows={3}
        value={String(artefact.fields[headline] ?? '')}
        maxLength={spec && isTextField(spec) ? spec.maxChars : undefined}
        onChange={write}
      />
      <div className={own.actions}>
        <IconButton
          label={t('facilitation.silent.takeBack', { card: shortName(words, 60) })}
          icon={<Trash2 aria-hidden="true" />}
          onClick={takeBack}
        />
        <Button variant="primary" disabled={!mayWrite || !page} onClick={addOpenly}>
          <Said>{t('room.aside.add', { page: named(page?.name ?? '', session.language) })}</Said>
        </Button>
      </div>
      {mayWrite ? null : <p className={styles.about}>{t('room.aside.later')}</p>}
    </li>
  )
}
