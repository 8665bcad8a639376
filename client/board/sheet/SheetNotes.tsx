import { ArrowDown, ArrowRight } from 'lucide-react'
import { useEditor, useValue, type Editor } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { sheetMeasures } from '#shared/layout/grid.ts'
import { promptBottom } from '#shared/layout/prompt.ts'
import { animationMs } from '../cards/card-placing.ts'
import type { CardRoom } from '../cards/card-room.ts'
import { fittingView, showPart } from './sheet-view.ts'
import styles from '../board.module.css'

/** How much of a screen one looks further down at once. */
const FURTHER = 0.8

/** The page's question, once it is scrolled out of sight. */
export function StickyPrompt({ room }: { room: CardRoom }) {
  const editor = useEditor()
  const question = useValue('question out of sight', () => questionOutOfSight(editor, room), [editor, room])
  return question ? <p className={styles.stickyPrompt}>{question}</p> : null
}

function questionOutOfSight(editor: Editor, room: CardRoom): string | null {
  const prompt = room.places.on(editor.getCurrentPageId())?.prompt
  return prompt && editor.getViewportPageBounds().minY > promptBottom(prompt) - 20 ? prompt.question : null
}

/** What of the sheet is not in sight: cards below, and the part beside. */
export function SheetPills({ room }: { room: CardRoom }) {
  const editor = useEditor()
  const { t } = useTranslation()
  const below = useValue('cards below', () => cardsBelow(editor, room), [editor, room])
  const view = useValue('part', () => fittingView(editor), [editor])
  const isCut = useValue('sheet is cut', () => editor.getViewportPageBounds().w < sheetMeasures.w, [editor])
  const parts = isCut ? (view?.parts ?? 1) : 1
  if (below === 0 && parts === 1) return null
  const further = () => {
    const { x, y, z } = editor.getCamera()
    const step = editor.getViewportPageBounds().h * FURTHER
    editor.setCamera({ x, y: y - step, z }, { animation: { duration: animationMs(editor) } })
  }
  return (
    <div className={styles.pills}>
      {below > 0 ? (
        <button type="button" className={styles.pill} onClick={further}>
          <ArrowDown aria-hidden="true" />
          {t('board.sheet.below', { count: below })}
        </button>
      ) : null}
      {view && parts > 1 ? (
        <button
          type="button"
          className={styles.pill}
          onClick={() => showPart(editor, (view.part + 1) % parts)}
        >
          {t('board.sheet.part', { part: view.part + 1, parts })}
          <ArrowRight aria-hidden="true" />
        </button>
      ) : null}
    </div>
  )
}

function cardsBelow(editor: Editor, room: CardRoom): number {
  const places = room.places.on(editor.getCurrentPageId())
  if (!places) return 0
  const { maxY } = editor.getViewportPageBounds()
  return editor
    .getCurrentPageShapes()
    .filter(({ id, type }) => type === 'card' && (editor.getShapePageBounds(id)?.y ?? 0) >= maxY).length
}
