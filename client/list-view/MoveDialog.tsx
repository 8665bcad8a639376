import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import { textIn } from '#shared/document/board-record.ts'
import { axesPlaceOf, MIDDLE, type AxesPlace } from '#shared/document/containers.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import { outlineOf } from '#shared/document/outline.ts'
import { traitsOf } from '#shared/kinds/index.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { AxesFields } from './AxesFields.tsx'
import { PlacePicker } from './PlacePicker.tsx'
import { isHeldFrom } from '#client/artefacts/locks.ts'
import { placesOf, type Place } from './rows.ts'

interface MoveDialogProps {
  session: RoomSession
  /** Cards on the board, at least one. */
  shapeIds: readonly string[]
  /** `worth` on both axes where one card goes onto a matrix. */
  onMove: (shapeIds: readonly string[], parentId: string, worth: AxesPlace | null) => void
  onClose: () => void
}

/** Moves cards to any page, field, cluster or matrix, without dragging; one card to its worth on both axes. */
export function MoveDialog({ session, shapeIds, onMove, onClose }: MoveDialogProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const { targets, parentId, first } = useMemo(() => sceneOf(session, shapeIds), [session, shapeIds])
  const [target, setTarget] = useState(parentId)
  const [worth, setWorth] = useState(() => worthOf(session, shapeIds[0]!))
  const only = shapeIds.length === 1
  const matrix = only ? matrixAt(targets, target) : null
  const move = () => {
    onClose()
    if (target && (!only || target !== parentId || matrix)) onMove(shapeIds, target, matrix ? worth : null)
  }
  return (
    <Dialog
      open
      size="small"
      title={t('list.move.title', { count: shapeIds.length })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" aria-disabled={target === ''} onClick={move}>
            {t('list.move.run')}
          </Button>
        </>
      }
    >
      <PlacePicker
        language={session.language}
        label={t('list.move.target')}
        hint={
          only
            ? t('list.move.what', { card: first ? shortName(texts.nameOf(first)) : '' })
            : t('list.move.many', { count: shapeIds.length })
        }
        places={targets}
        value={target}
        onChange={setTarget}
      />
      {matrix ? <AxesFields matrix={matrix} worth={worth} onChange={setWorth} /> : null}
    </Dialog>
  )
}

/** As it is when the question is asked. */
function sceneOf(session: RoomSession, shapeIds: readonly string[]) {
  const { roots, artefacts } = session
  const cards = shapeIds.map((id) => artefacts.get(textIn(roots.board.get(id)?.get('p.artefactId'))))
  const holds = cards.some((card) => card !== null && traitsOf(card.kind).holds !== undefined)
  // A cluster or matrix lies on no other, and nothing on itself.
  const targets = placesOf({ pages: outlineOf(roots) }).filter(
    ({ id, holder }) => !shapeIds.includes(id) && !(holds && holder) && !isHeldFrom(session, id),
  )
  return {
    targets,
    first: cards[0] ?? null,
    parentId: textIn(roots.board.get(shapeIds[0]!)?.get('parentId')),
  }
}

function matrixAt(places: readonly Place[], target: string): Artefact | null {
  const holder = places.find(({ id }) => id === target)?.holder
  return holder && traitsOf(holder.kind).holds?.by === 'axes' ? holder : null
}

function worthOf({ roots }: RoomSession, shapeId: string): AxesPlace {
  const record = roots.board.get(shapeId)
  return (record && axesPlaceOf(record)) ?? MIDDLE
}
