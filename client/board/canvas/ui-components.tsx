import { createPortal } from 'react-dom'
import { useEditor, type TLUiComponents } from 'tldraw'
import type { CardRoom } from '../cards/card-room.ts'
import { CanvasMessages } from './CanvasMessages.tsx'
import { BoardSpeech } from './BoardSpeech.tsx'
import { SmallBar } from './SmallBar.tsx'
import { useSmallCanvas } from './small-canvas.ts'
import { StylePanel } from './StylePanel.tsx'
import { ToolStrip } from './ToolStrip.tsx'

/** The strip beside the canvas; on a phone's board one small bar instead. */
function Toolbar({ room }: { room: CardRoom }) {
  const small = useSmallCanvas()
  const beside = useEditor().getContainer().parentElement
  if (!small && beside) return createPortal(<ToolStrip room={room} />, beside)
  return <SmallBar room={room} />
}

/** Pages, menu, help, people and sharing belong to the room around the board. */
export const uiComponentsOf = (room: CardRoom): TLUiComponents => ({
  Toolbar: () => <Toolbar room={room} />,
  StylePanel: () => <StylePanel room={room} />,
  A11y: () => <BoardSpeech room={room} />,
  Toasts: CanvasMessages,
  MainMenu: null,
  MenuPanel: null,
  NavigationPanel: null,
  HelperButtons: null,
  PageMenu: null,
  HelpMenu: null,
  SharePanel: null,
  TopPanel: null,
  CursorChatBubble: null,
  DebugMenu: null,
  DebugPanel: null,
  KeyboardShortcutsDialog: null,
  VideoToolbar: null,
})
