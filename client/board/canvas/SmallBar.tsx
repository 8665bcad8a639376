import { Maximize, Minimize, PanelRightOpen, Plus, Undo2 } from 'lucide-react'
import { useEditor, useReadonly, useValue } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { kindForPage } from '#shared/kinds/index.ts'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { freePoint, startCard } from '../cards/card-placing.ts'
import type { CardRoom } from '../cards/card-room.ts'
import { isWholeInSight, showArea, showWholePage } from './navigation.ts'
import { openSelected } from './ui-overrides.ts'
import styles from '../board.module.css'

/** All that a phone's board needs beside its cards: a new one, the way into the selected one, undo, and all at a glance. */
export function SmallBar({ room }: { room: CardRoom }) {
  const editor = useEditor()
  const { t } = useTranslation()
  const readOnly = useReadonly()
  const { canUndo } = useStore(room.session.history.state)
  const kind = kindForPage(useValue('page', () => editor.getCurrentPageId(), [editor]))
  const selected = useValue('one card', () => editor.getOnlySelectedShape()?.type === 'card', [editor])
  const whole = useValue('all in sight', () => isWholeInSight(editor), [editor])
  const add = () =>
    startCard(editor, room, { kind }, freePoint(editor, kind, editor.getViewportPageBounds().center))
  return (
    <div className={styles.smallBar} role="toolbar" aria-label={t('board.tools.cards')}>
      {readOnly ? null : (
        <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={add}>
          {t(`kinds.${kind}.label`)}
        </Button>
      )}
      {selected ? (
        <Button icon={<PanelRightOpen aria-hidden="true" />} onClick={() => openSelected(editor, room)}>
          {t('board.card.open')}
        </Button>
      ) : null}
      {readOnly ? null : (
        <IconButton
          label={t('common.undo')}
          icon={<Undo2 aria-hidden="true" />}
          disabled={!canUndo}
          onClick={() => room.session.history.undo()}
        />
      )}
      {whole ? (
        <IconButton
          label={t('board.tools.showReadable')}
          icon={<Maximize aria-hidden="true" />}
          onClick={() => showArea(editor, null)}
        />
      ) : (
        <IconButton
          label={t('board.tools.showAll')}
          icon={<Minimize aria-hidden="true" />}
          onClick={() => showWholePage(editor)}
        />
      )}
    </div>
  )
}
