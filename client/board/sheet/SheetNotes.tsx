import { ArrowDown, ArrowRight } from 'lucide-react'
import { useEditor, useValue, type Editor } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { promptBottom, type Prompt } from '#shared/layout/prompt.ts'
import { classes } from '#client/ui/classes.ts'
import { animationMs } from '../cards/card-placing.ts'
import type { CardRoom } from '../cards/card-room.ts'
import { isInParts, isQuestionCut } from './question.ts'
import { fittingView, showPart } from './sheet-view.ts'
import styles from '../board.module.css'

/** How much of a screen one looks further down at once. */
const FURTHER = 0.8

/** The page's question, once it is scrolled out of sight, and where the part of the sheet that is shown would cut it. */
export function StickyPrompt({ room }: { room: CardRoom }) {
  const editor = useEditor()
  const prompt = usePrompt(editor, room)
  const isCut = useValue('question is cut', () => prompt !== null && isQuestionCut(editor, prompt), [
    editor,
    prompt,
  ])
  const isAbove = useValue(
    'question out of sight',
    () => prompt !== null && editor.getViewportPageBounds().minY > promptBottom(prompt) - 20,
    [editor, prompt],
  )
  if (!prompt || !(isCut || isAbove)) return null
  return (
    <p lang={room.session.language} className={classes(styles.stickyPrompt, isCut && styles.wholePrompt)}>
      {prompt.question}
    </p>
  )
}

function usePrompt(editor: Editor, room: CardRoom): Prompt | null {
  return useValue('prompt', () => room.places.on(editor.getCurrentPageId())?.prompt ?? null, [editor, room])
}

/** What of the sheet is not in sight: cards below, and the part beside. */
export function SheetPills({ room }: { room: CardRoom }) {
  const editor = useEditor()
  const { t } = useTranslation()
  const below = useValue('cards below', () => cardsBelow(editor, room), [editor, room])
  const view = useValue('part', () => fittingView(editor), [editor])
  const isCut = useValue('sheet is cut', () => isInParts(editor), [editor])
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
