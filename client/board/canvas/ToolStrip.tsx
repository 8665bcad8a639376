import {
  Hand,
  Image,
  Lasso,
  MousePointer2,
  MoveUpRight,
  Pencil,
  Redo2,
  Type,
  Undo2,
  type LucideIcon,
} from 'lucide-react'
import { useEditor, useReadonly, useTools, useValue } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { kindForPage } from '#shared/kinds/index.ts'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { classes } from '#client/ui/classes.ts'
import type { CardRoom } from '../cards/card-room.ts'
import { cardToolId } from '../cards/card-tools.ts'
import { LASSO } from './lasso-tool.ts'
import { MoreTools } from './MoreTools.tsx'
import { ViewMenu } from './ViewMenu.tsx'
import styles from '../board.module.css'

const first = { select: MousePointer2, hand: Hand } as const
const drawing = { text: Type, draw: Pencil, arrow: MoveUpRight, asset: Image } as const

/** One vertical strip beside the board: tools, undo and the view. Nothing else floats over the sheet. */
export function ToolStrip({ room }: { room: CardRoom }) {
  const { t } = useTranslation()
  const readOnly = useReadonly()
  const { canUndo, canRedo } = useStore(room.session.history.state)
  return (
    <div
      className={styles.strip}
      role="toolbar"
      aria-orientation="vertical"
      aria-label={t('board.tools.label')}
    >
      <Tool id="select" label={t('board.tools.names.select')} icon={first.select} />
      <Tool id="hand" label={t('board.tools.names.hand')} icon={first.hand} />
      {readOnly ? null : <LassoButton />}
      {readOnly ? null : (
        <>
          <CardTool />
          <Tool id="text" label={t('board.tools.names.text')} icon={drawing.text} />
          <Tool id="draw" label={t('board.tools.names.draw')} icon={drawing.draw} />
          <Tool id="arrow" label={t('board.tools.names.arrow')} icon={drawing.arrow} />
          <Tool id="asset" label={t('board.tools.names.image')} icon={drawing.asset} />
          <MoreTools room={room} />
          <span className={styles.stripLine} />
          <StripButton
            label={t('common.undo')}
            disabled={!canUndo}
            onClick={() => room.session.history.undo()}
          >
            <Undo2 aria-hidden="true" />
          </StripButton>
          <StripButton
            label={t('common.redo')}
            disabled={!canRedo}
            onClick={() => room.session.history.redo()}
          >
            <Redo2 aria-hidden="true" />
          </StripButton>
        </>
      )}
      <span className={styles.stripGap} />
      <ViewMenu />
    </div>
  )
}

function Tool({ id, label, icon: Icon }: { id: string; label: string; icon: LucideIcon }) {
  const editor = useEditor()
  const tools = useTools()
  const chosen = useValue('tool', () => editor.getCurrentToolId() === id, [editor, id])
  return (
    <StripButton label={label} pressed={chosen} onClick={() => tools[id]?.onSelect('toolbar')}>
      <Icon aria-hidden="true" />
    </StripButton>
  )
}

function LassoButton() {
  const editor = useEditor()
  const { t } = useTranslation()
  const chosen = useValue('lasso', () => editor.getCurrentToolId() === LASSO, [editor])
  return (
    <StripButton
      label={t('board.tools.names.lasso')}
      pressed={chosen}
      onClick={() => editor.setCurrentTool(chosen ? 'select' : LASSO)}
    >
      <Lasso aria-hidden="true" />
    </StripButton>
  )
}

function CardTool() {
  const editor = useEditor()
  const { t } = useTranslation()
  const kind = kindForPage(useValue('page', () => editor.getCurrentPageId(), [editor]))
  const id = cardToolId(kind)
  const chosen = useValue('tool', () => editor.getCurrentToolId() === id, [editor, id])
  return (
    <StripButton
      label={t(`kinds.${kind}.label`)}
      pressed={chosen}
      onClick={() => editor.setCurrentTool(chosen ? 'select' : id)}
    >
      <KindIcon kind={kind} />
    </StripButton>
  )
}

interface StripButtonProps {
  label: string
  pressed?: boolean
  disabled?: boolean
  onClick: () => void
  children: React.ReactNode
}

function StripButton({ label, pressed, disabled, onClick, children }: StripButtonProps) {
  return (
    <button
      type="button"
      className={classes(styles.stripTool, pressed && styles.stripChosen)}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  )
}
