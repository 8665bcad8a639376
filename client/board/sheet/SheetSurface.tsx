import { useEditor, useValue } from 'tldraw'
import type { PagePlaces } from '#shared/layout/page-places.ts'
import { sheetMeasures } from '#shared/layout/grid.ts'
import type { CardRoom } from '../cards/card-room.ts'
import { isQuestionCut } from './question.ts'
import styles from './sheet.module.css'

/** The sheet under everything that lies on it, with what the page asks at its top. */
export function SheetSurface({ room }: { room: CardRoom }) {
  const editor = useEditor()
  const pageId = useValue('page', () => editor.getCurrentPageId(), [editor])
  const name = useValue('page name', () => editor.getCurrentPage().name, [editor])
  const places = useValue('places', () => room.places.on(pageId), [room, pageId])
  if (!places) return null
  return (
    <div
      className={styles.sheet}
      lang={room.session.language}
      style={{ width: sheetMeasures.w, height: places.h }}
    >
      <PromptArea name={name} prompt={places.prompt} />
    </div>
  )
}

function PromptArea({ name, prompt }: { name: string; prompt: PagePlaces['prompt'] }) {
  const editor = useEditor()
  const isCut = useValue('question is cut', () => isQuestionCut(editor, prompt), [editor, prompt])
  const { question, tip, size } = prompt
  // What would be cut stands above the board
  const shown = { visibility: isCut ? 'hidden' : undefined } as const
  if (size === 'line')
    return (
      <p className={styles.promptLine} style={shown}>
        {question}
      </p>
    )
  return (
    <div className={styles.prompt}>
      <div className={styles.asked}>
        {name === question ? null : <p className={styles.kindLine}>{name}</p>}
        <h2 className={styles.question} style={shown}>
          {question}
        </h2>
      </div>
      {tip ? <p className={styles.tip}>{tip}</p> : null}
    </div>
  )
}
