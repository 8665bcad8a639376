import { useEditor, useValue } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { writableKinds } from '#shared/kinds/index.ts'
import { cardToolId } from '../cards/card-tools.ts'
import styles from '../board.module.css'

/** The board's main tools: one button per kind of card. */
export function CardBar() {
  const editor = useEditor()
  const { t } = useTranslation()
  const tool = useValue('tool', () => editor.getCurrentToolId(), [editor])
  return (
    <div className={styles.cards} role="toolbar" aria-label={t('board.tools.cards')}>
      {writableKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className={styles.cardTool}
          aria-pressed={tool === cardToolId(kind)}
          onClick={() => editor.setCurrentTool(tool === cardToolId(kind) ? 'select' : cardToolId(kind))}
        >
          <KindIcon kind={kind} />
          <span>{t(`kinds.${kind}.label`)}</span>
        </button>
      ))}
    </div>
  )
}
