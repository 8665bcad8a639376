import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortName, useKindTexts, type KindTexts } from '#client/kinds/kind-texts.ts'
import { axesPlaceOf, MIDDLE, type AxesPlace } from '#shared/document/containers.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import { traitsOf } from '#shared/kinds/index.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Select } from '#client/ui/Select.tsx'
import { AxesFields } from './AxesFields.tsx'
import type { CardRow, Place } from './rows.ts'
import type { ListActions } from './use-list-actions.ts'

interface MoveDialogProps {
  session: RoomSession
  places: readonly Place[]
  moving: CardRow | null
  actions: ListActions
  onClose: () => void
}

/** Moves a card to any page, frame, cluster or matrix, without dragging; on a matrix to its worth on both axes. */
export function MoveDialog({ moving, ...rest }: MoveDialogProps) {
  return moving ? <OpenMoveDialog {...rest} row={moving} /> : null
}

function OpenMoveDialog(props: Omit<MoveDialogProps, 'moving'> & { row: CardRow }) {
  const { session, places, row, actions, onClose } = props
  const { t } = useTranslation()
  const texts = useKindTexts()
  const artefact = session.artefacts.get(row.artefactId)
  const targets = useMemo(() => targetsFor(places, row, artefact), [places, row, artefact])
  const [target, setTarget] = useState(row.parentId ?? targets[0]?.id ?? '')
  const [worth, setWorth] = useState(() => worthOf(session, row))
  const card = artefact ? shortName(texts.nameOf(artefact)) : ''
  const matrix = matrixAt(targets, target)
  const move = () => {
    onClose()
    const moves = target !== row.parentId
    if (moves || matrix) actions.move(row, target, matrix ? worth : null)
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
        options={targets.map(({ id, name, level, pageName, holder }) => ({
          value: id,
          // Depth by no-break spaces: the only indentation a native list knows.
          label: `${'\u00a0'.repeat((level - 1) * 3)}${holder ? holderName(texts, holder) : name || t(pageName === null ? 'list.unnamedPage' : 'list.unnamedFrame')}`,
        }))}
      />
      {matrix ? <AxesFields matrix={matrix} worth={worth} onChange={setWorth} /> : null}
    </Dialog>
  )
}

/** A cluster or matrix lies on no other, and nothing on itself. */
function targetsFor(places: readonly Place[], row: CardRow, artefact: Artefact | null): readonly Place[] {
  const holds = artefact !== null && traitsOf(artefact.kind).holds !== undefined
  return places.filter(({ id, holder }) => id !== row.id && !(holds && holder))
}

function matrixAt(places: readonly Place[], target: string): Artefact | null {
  const holder = places.find(({ id }) => id === target)?.holder
  return holder && traitsOf(holder.kind).holds?.by === 'axes' ? holder : null
}

function worthOf({ roots }: RoomSession, { id }: CardRow): AxesPlace {
  const record = roots.board.get(id)
  return (record && axesPlaceOf(record)) ?? MIDDLE
}

const holderName = (texts: KindTexts, holder: Artefact) =>
  `${texts.label(holder.kind)}: ${shortName(texts.nameOf(holder))}`
