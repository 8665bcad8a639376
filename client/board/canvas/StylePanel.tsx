import { useSyncExternalStore } from 'react'
import { DefaultStylePanel, useEditor, useReadonly, useValue, type Editor } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { noteColours, type NoteColour } from '#shared/kinds/field.ts'
import { plainKind } from '#shared/kinds/index.ts'
import { setField } from '#shared/document/artefacts.ts'
import type { CardRoom } from '../cards/card-room.ts'
import type { CardShape } from '../cards/card-shape.ts'
import styles from '../board.module.css'

/** Tools that draw nothing with a style. */
const WITHOUT_STYLE = ['select', 'hand', 'eraser', 'laser', 'zoom']

/** Styles when they matter: those of drawings while drawing or with one selected, colours with notes selected. */
export function StylePanel({ room }: { room: CardRoom }) {
  const editor = useEditor()
  const readOnly = useReadonly()
  const drawing = useValue('drawing', () => isDrawing(editor), [editor])
  const notes = useSelectedNotes(editor, room)
  if (readOnly) return null
  if (drawing) return <DefaultStylePanel />
  return notes.length > 0 ? <NoteColours room={room} artefactIds={notes} /> : null
}

function isDrawing(editor: Editor): boolean {
  const tool = editor.getCurrentToolId()
  if (!WITHOUT_STYLE.includes(tool) && !tool.startsWith('card-')) return true
  return editor.getSelectedShapes().some(({ type }) => type !== 'card' && type !== 'image')
}

function useSelectedNotes(editor: Editor, { session: { artefacts } }: CardRoom): string[] {
  const ids = useValue(
    'selected notes',
    () =>
      editor
        .getSelectedShapes()
        .flatMap((shape) => (shape.type === 'card' ? (shape as CardShape).props.artefactId : [])),
    [editor],
  )
  return ids.filter((id) => artefacts.get(id)?.kind === plainKind)
}

function NoteColours({ room, artefactIds }: { room: CardRoom; artefactIds: readonly string[] }) {
  const { t } = useTranslation()
  const { artefacts } = room.session
  const subscribe = (wake: () => void) => artefacts.subscribe(artefactIds[0]!, wake)
  const chosen = useSyncExternalStore(subscribe, () => artefacts.get(artefactIds[0]!)?.fields.colour)
  const choose = (colour: NoteColour) => {
    room.session.history.checkpoint()
    room.session.edit((roots) => artefactIds.forEach((id) => setField(roots.artefacts, id, 'colour', colour)))
    room.session.history.checkpoint()
  }
  return (
    <div className={styles.colours} role="group" aria-label={t('kinds.note.fields.colour.label')}>
      {noteColours.map((colour) => (
        <button
          key={colour}
          type="button"
          className={styles.colour}
          style={{ background: `var(--note-${colour})` }}
          title={t(`kinds.note.fields.colour.options.${colour}`)}
          aria-label={t(`kinds.note.fields.colour.options.${colour}`)}
          aria-pressed={chosen === colour}
          onClick={() => choose(colour)}
        />
      ))}
    </div>
  )
}
