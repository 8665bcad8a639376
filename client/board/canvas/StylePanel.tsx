import { useSyncExternalStore } from 'react'
import { DefaultStylePanel, useEditor, useReadonly, useValue, type Editor } from 'tldraw'
import { isHeldFrom } from '#client/artefacts/locks.ts'
import { useKindTexts } from '#client/kinds/kind-texts.ts'
import { setField } from '#shared/document/artefacts.ts'
import { fieldsOf, traitsOf, type ArtefactKind } from '#shared/kinds/index.ts'
import type { CardRoom } from '../cards/card-room.ts'
import type { CardShape } from '../cards/card-shape.ts'
import styles from '../board.module.css'

/** Tools that draw nothing with a style. */
const WITHOUT_STYLE = ['select', 'hand', 'eraser', 'laser', 'zoom']

/** Styles when they matter: those of drawings while drawing or with one selected, colours with cards selected that have one. */
export function StylePanel({ room }: { room: CardRoom }) {
  const editor = useEditor()
  const readOnly = useReadonly()
  const drawing = useValue('drawing', () => isDrawing(editor), [editor])
  const coloured = useSelectedColoured(editor, room)
  if (readOnly) return null
  if (drawing) return <DefaultStylePanel />
  return coloured ? <CardColours room={room} {...coloured} /> : null
}

function isDrawing(editor: Editor): boolean {
  const tool = editor.getCurrentToolId()
  if (!WITHOUT_STYLE.includes(tool) && !tool.startsWith('card-')) return true
  return editor.getSelectedShapes().some(({ type }) => type !== 'card' && type !== 'image')
}

/** Cards of one kind, and the choice that gives them their colour. */
interface ColouredCards {
  kind: ArtefactKind
  field: string
  artefactIds: readonly string[]
}

/** The selected cards that are of the first coloured kind among them. */
function useSelectedColoured(editor: Editor, { session }: CardRoom): ColouredCards | null {
  const ids = useValue(
    'selected cards',
    () =>
      editor
        .getSelectedShapes()
        .flatMap((shape) =>
          shape.type === 'card' && !isHeldFrom(session, shape.id)
            ? (shape as CardShape).props.artefactId
            : [],
        ),
    [editor],
  )
  const cards = ids.flatMap((id) => session.artefacts.get(id) ?? [])
  for (const { kind } of cards) {
    const field = traitsOf(kind).colouredBy
    if (field === undefined) continue
    return { kind, field, artefactIds: cards.filter((card) => card.kind === kind).map(({ id }) => id) }
  }
  return null
}

function CardColours({ room, kind, field, artefactIds }: ColouredCards & { room: CardRoom }) {
  const { label, option } = useKindTexts().fieldWords(kind, field)
  const { artefacts } = room.session
  const spec = fieldsOf(kind)[field]
  const colours = spec?.type === 'choice' ? spec.options : []
  const subscribe = (wake: () => void) => artefacts.subscribe(artefactIds[0]!, wake)
  const chosen = useSyncExternalStore(subscribe, () => artefacts.get(artefactIds[0]!)?.fields[field])
  const choose = (colour: string) => {
    room.session.history.checkpoint()
    room.session.edit((roots) => artefactIds.forEach((id) => setField(roots.artefacts, id, field, colour)))
    room.session.history.checkpoint()
  }
  return (
    <div className={styles.colours} role="group" aria-label={label}>
      {colours.map((colour) => (
        <button
          key={colour}
          type="button"
          className={styles.colour}
          style={{ background: `var(--note-${colour})` }}
          title={option(colour)}
          aria-label={option(colour)}
          aria-pressed={chosen === colour}
          onClick={() => choose(colour)}
        />
      ))}
    </div>
  )
}
