import { Plus } from 'lucide-react'
import {
  HTMLContainer,
  stopEventPropagation,
  useEditor,
  useReadonly,
  useValue,
  type TLFrameShape,
  type TLShapeId,
} from 'tldraw'
import { useTranslation } from 'react-i18next'
import { kindOfField } from '#shared/document/fields.ts'
import { plainKind } from '#shared/kinds/index.ts'
import type { PlacedField } from '#shared/layout/page-places.ts'
import { isHeldFrom, useIsLocked } from '#client/artefacts/locks.ts'
import { classes } from '#client/ui/classes.ts'
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import type { CardRoom } from '../cards/card-room.ts'
import { startInField } from './start-in-field.ts'
import styles from './sheet.module.css'

/** A field of a sheet: a tint with its title inside, a count, and an empty place behind its last card. */
export function FieldView({ room, shape }: { room: CardRoom | null; shape: TLFrameShape }) {
  const editor = useEditor()
  const { w, h, name } = shape.props
  const field = useValue(
    'field',
    () => room?.places.on(shape.parentId)?.fields.find(({ id }) => id === shape.id) ?? null,
    [room, shape.id, shape.parentId],
  )
  const target = useValue('drop target', () => editor.getHintingShapeIds().includes(shape.id), [
    editor,
    shape.id,
  ])
  const kind = kindOfField(field)
  const language = room?.session.language
  return (
    <HTMLContainer id={shape.id}>
      <div className={classes(styles.field, target && styles.target)} style={{ width: w, height: h }}>
        <h3 className={styles.fieldTitle}>
          {kind && kind !== plainKind ? <KindIcon kind={kind} /> : null}
          <span lang={language}>{name}</span>
          {field && field.count > 0 ? <small>{field.count}</small> : null}
        </h3>
        {field?.hint ? (
          <p className={styles.hint} lang={language}>
            {field.hint}
          </p>
        ) : null}
        {room && field?.slot ? <Slot room={room} field={field} slot={field.slot} /> : null}
      </div>
    </HTMLContainer>
  )
}

interface SlotProps {
  room: CardRoom
  field: PlacedField
  slot: NonNullable<PlacedField['slot']>
}

/** Says what goes here and gives an example; pressed, it becomes a card. Who may not press it reads the example. */
function Slot({ room, field, slot }: SlotProps) {
  const editor = useEditor()
  const isHeld = useIsLocked(room.session, field.id) && isHeldFrom(room.session, field.id)
  const isReading = useReadonly()
  const { t } = useTranslation()
  const { x, y, w, h } = slot
  const kind = kindOfField(field)
  const fresh = field.count === 0
  const place = { left: x, top: y, width: w, height: h }
  const example =
    fresh && field.example ? <span>{t('board.sheet.example', { example: field.example })}</span> : null
  if (isReading || isHeld)
    return example ? (
      <div className={styles.slot} style={place}>
        {example}
      </div>
    ) : null
  const word = kind && kind !== plainKind ? t(`kinds.${kind}.label`) : t('board.sheet.card')
  return (
    <button
      type="button"
      className={styles.slot}
      style={place}
      onPointerDown={stopEventPropagation}
      onClick={() => startInField(editor, room, field.id as TLShapeId)}
    >
      <span className={styles.slotWord}>
        <Plus aria-hidden="true" />
        {fresh ? t('board.sheet.firstCard') : word}
      </span>
      {example}
      <VisuallyHidden> {t('board.sheet.addTo', { kind: word, field: field.name })}</VisuallyHidden>
    </button>
  )
}
