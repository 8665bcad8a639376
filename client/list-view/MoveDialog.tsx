import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Select } from '#client/ui/Select.tsx'
import type { CardRow, Place } from './rows.ts'
import type { ListActions } from './use-list-actions.ts'

interface MoveDialogProps {
  session: RoomSession
  places: readonly Place[]
  moving: CardRow | null
  actions: ListActions
  onClose: () => void
}

/** Moves a card to any page or frame, without dragging. */
export function MoveDialog({ moving, ...rest }: MoveDialogProps) {
  return moving ? <OpenMoveDialog {...rest} row={moving} /> : null
}

function OpenMoveDialog(props: Omit<MoveDialogProps, 'moving'> & { row: CardRow }) {
  const { session, places, row, actions, onClose } = props
  const { t } = useTranslation()
  const texts = useKindTexts()
  const [target, setTarget] = useState(row.parentId ?? places[0]?.id ?? '')
  const artefact = session.artefacts.get(row.artefactId)
  const card = artefact ? shortName(texts.nameOf(artefact)) : ''
  const move = () => {
    onClose()
    if (target !== row.parentId) actions.move(row, target)
  }
  return (
    <Dialog
      open
      size="small"
      title={t('list.move.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" onClick={move}>
            {t('list.move.run')}
          </Button>
        </>
      }
    >
      <Select
        label={t('list.move.target')}
        hint={t('list.move.what', { card })}
        value={target}
        onChange={setTarget}
        options={places.map(({ id, name, level, pageName }) => ({
          value: id,
          // Depth by no-break spaces: the only indentation a native list knows.
          label: `${'\u00a0'.repeat((level - 1) * 3)}${name || t(pageName === null ? 'list.unnamedPage' : 'list.unnamedFrame')}`,
        }))}
      />
    </Dialog>
  )
}
