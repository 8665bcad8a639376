import { PanelRightOpen, Plus, Undo2 } from 'lucide-react'
import { useEditor, useValue } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { kindForPage } from '#shared/kinds/index.ts'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { freePoint, startCard } from '../cards/card-placing.ts'
import type { CardRoom } from '../cards/card-room.ts'
import { openSelected } from './ui-overrides.ts'
import styles from '../board.module.css'

/** All that a phone's board needs beside its cards: a new one, the way into the selected one, and undo. */
export function SmallBar({ room }: { room: CardRoom }) {
  const editor = useEditor()
  const { t } = useTranslation()
  const { canUndo } = useStore(room.session.history.state)
  const kind = kindForPage(useValue('page', () => editor.getCurrentPageId(), [editor]))
  const selected = useValue('one card', () => editor.getOnlySelectedShape()?.type === 'card', [editor])
  const add = () =>
    startCard(editor, room, { kind }, freePoint(editor, kind, editor.getViewportPageBounds().center))
  return (
    <div className={styles.smallBar} role="toolbar" aria-label={t('board.tools.cards')}>
      <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={add}>
        {t(`kinds.${kind}.label`)}
      </Button>
      {selected ? (
        <Button icon={<PanelRightOpen aria-hidden="true" />} onClick={() => openSelected(editor, room)}>
          {t('board.card.open')}
        </Button>
      ) : null}
      <IconButton
        label={t('common.undo')}
        icon={<Undo2 aria-hidden="true" />}
        disabled={!canUndo}
        onClick={() => room.session.history.undo()}
      />
    </div>
  )
}
