import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages, useRoom } from '#client/room-context/room-context.ts'
import { inPhaseOrder, type RoomPage } from '#client/room-context/room-pages.ts'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { Select } from '#client/ui/Select.tsx'
import { named } from '#client/ui/named.ts'
import { contentOfPage } from '#shared/document/pages.ts'

interface RemovePageDialogProps {
  page: RoomPage
  /** @param cardsTo the page that its cards go to; null: they are set aside */
  onRemove: (cardsTo: string | null) => void
  onClose: () => void
}

const ASIDE = 'aside'

/** Before a page goes: what lies on it, and where its cards shall be. */
export function RemovePageDialog({ page, onRemove, onClose }: RemovePageDialogProps) {
  const { t } = useTranslation()
  const { session, workshop } = useRoom()
  const others = inPhaseOrder(usePages()).filter(({ id }) => id !== page.id)
  const nearest = others.find(({ phase }) => phase === page.phase) ?? others[0]
  const [target, setTarget] = useState(nearest?.id ?? ASIDE)
  const { cards } = useMemo(() => contentOfPage(session.roots.board, page.id), [session, page.id])
  return (
    <ConfirmDialog
      title={t('room.pages.removeTitle', { page: named(page.name, workshop.language) })}
      open
      danger
      confirm={t('room.pages.removeConfirm')}
      onClose={onClose}
      onConfirm={() => onRemove(target === ASIDE || cards.length === 0 ? null : target)}
    >
      {cards.length === 0 ? (
        <p>{t('room.pages.removeEmpty')}</p>
      ) : (
        <>
          <p>{t('room.pages.removeCards', { count: cards.length })}</p>
          <Select
            label={t('room.pages.cardsTo')}
            hint={target === ASIDE ? t('room.pages.asideHint') : undefined}
            value={target}
            onChange={setTarget}
            options={[
              ...others.map(({ id, name }) => ({ value: id, label: named(name, workshop.language) })),
              { value: ASIDE, label: t('room.pages.aside') },
            ]}
          />
        </>
      )}
    </ConfirmDialog>
  )
}
