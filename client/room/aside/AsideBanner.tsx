import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { isBlank } from '#shared/document/artefacts.ts'
import type { DraftCard } from '#shared/document/draft-cards.ts'
import type { DraftSession } from '#client/session/draft-session.ts'
import { isShutOut } from '#client/session/waiting-words.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { useRoom } from '#client/room-context/room-context.ts'
import { AsideCard } from './AsideCard.tsx'
import own from '../own-cards.module.css'

/** What one wrote and could not send lies here, for oneself alone, until it is added openly or deleted. */
export function AsideBanner({ draft }: { draft: DraftSession }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const cards = useOffered(draft)
  if (cards.length === 0) return null
  return (
    <>
      <Banner tone="attention" action={<Button onClick={() => setOpen(true)}>{t('room.aside.show')}</Button>}>
        {t('room.aside.banner', { count: cards.length })}
      </Banner>
      <Dialog title={t('room.aside.title')} open={isOpen} onClose={() => setOpen(false)}>
        <p>{t('room.aside.text')}</p>
        <ul className={own.cards}>
          {cards.map((card) => (
            <AsideCard key={card.shapeId} draft={draft} card={card} />
          ))}
        </ul>
      </Dialog>
    </>
  )
}

/** What still waits on this very device is the other notice's: it comes by itself. */
function useOffered(draft: DraftSession): DraftCard[] {
  const { session } = useRoom()
  const cards = useStore(draft.cards)
  const isShut = useStore(session.connection, isShutOut)
  const waiting = new Set(isShut ? session.unsent().map(({ id }) => id) : [])
  return cards.filter(({ artefact, waits }) => !isBlank(artefact) && !waiting.has(waits ?? ''))
}
