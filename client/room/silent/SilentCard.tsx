import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { headlineOf, replaceText, textOf } from '#shared/document/artefacts.ts'
import { removeDraftCard, type DraftCard } from '#shared/document/draft-cards.ts'
import { fieldsOf, isTextField, kinds } from '#shared/kinds/index.ts'
import type { DraftSession } from '#client/session/draft-session.ts'
import { createCard } from '#client/artefacts/card-actions.ts'
import { shortName } from '#client/kinds/kind-texts.ts'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { useTakeBack } from '../drafts/use-take-back.ts'
import own from '../own-cards.module.css'

/** One own card: to be written on and taken back, and after the revealing to be added openly. */
export function SilentCard(props: { draft: DraftSession; card: DraftCard; isOpen: boolean }) {
  const { draft, card, isOpen } = props
  const { t } = useTranslation()
  const { session } = useRoom()
  const mayWrite = useFacilitation((facilitation) => facilitation.mayWrite)
  const { artefact, shapeId, pageId, fieldId } = card
  const { headline } = kinds[artefact.kind]
  const spec = fieldsOf(artefact.kind)[headline]
  const words = headlineOf(artefact)
  const takeBack = useTakeBack(draft, shapeId)
  const addOpenly = () => {
    const { kind, fields } = artefact
    if (createCard(session, { kind, parentId: fieldId ?? pageId, fields }))
      draft.edit((roots) => removeDraftCard(roots, shapeId))
  }
  const write = (next: string) =>
    draft.edit(({ artefacts }) => {
      const text = textOf(artefacts, artefact.id, headline)
      if (text) replaceText(text, next)
    })
  return (
    <li className={own.card}>
      <TextArea
        label={t('facilitation.silent.card')}
        rows={2}
        value={String(artefact.fields[headline] ?? '')}
        maxLength={spec && isTextField(spec) ? spec.maxChars : undefined}
        onChange={write}
      />
      <div className={own.actions}>
        {isOpen ? (
          <Button disabled={!mayWrite} onClick={addOpenly}>
            {t('facilitation.silent.addOpenly')}
          </Button>
        ) : null}
        <IconButton
          label={t('facilitation.silent.takeBack', { card: shortName(words, 60) })}
          icon={<Trash2 aria-hidden="true" />}
          onClick={takeBack}
        />
      </div>
    </li>
  )
}
