import {
  ArrowToolbarItem,
  AssetToolbarItem,
  DefaultToolbar,
  DiamondToolbarItem,
  DrawToolbarItem,
  EllipseToolbarItem,
  EraserToolbarItem,
  FrameToolbarItem,
  HandToolbarItem,
  HighlightToolbarItem,
  LaserToolbarItem,
  LineToolbarItem,
  RectangleToolbarItem,
  SelectToolbarItem,
  StarToolbarItem,
  TextToolbarItem,
  TriangleToolbarItem,
  useReadonly,
  type TLUiComponents,
} from 'tldraw'
import { CardBar } from './CardBar.tsx'
import type { CardRoom } from '../cards/card-room.ts'
import { SmallBar } from './SmallBar.tsx'
import { useSmallCanvas } from './small-canvas.ts'
import { StylePanel } from './StylePanel.tsx'
import styles from '../board.module.css'

/** Cards first and with their words; the drawing tools beside them, the rarer ones behind "more". */
function Toolbar({ room }: { room: CardRoom }) {
  const readOnly = useReadonly()
  const small = useSmallCanvas()
  if (readOnly) return null
  if (small) return <SmallBar room={room} />
  return (
    <div className={styles.toolbar}>
      <CardBar />
      <DefaultToolbar>
        <SelectToolbarItem />
        <HandToolbarItem />
        <DrawToolbarItem />
        <EraserToolbarItem />
        <ArrowToolbarItem />
        <TextToolbarItem />
        <RectangleToolbarItem />
        <AssetToolbarItem />
        <FrameToolbarItem />
        <LineToolbarItem />
        <HighlightToolbarItem />
        <LaserToolbarItem />
        <EllipseToolbarItem />
        <TriangleToolbarItem />
        <DiamondToolbarItem />
        <StarToolbarItem />
      </DefaultToolbar>
    </div>
  )
}

/** Pages, menu, help, people and sharing belong to the room around the board. */
export const uiComponentsOf = (room: CardRoom): TLUiComponents => ({
  Toolbar: () => <Toolbar room={room} />,
  StylePanel: () => <StylePanel room={room} />,
  MainMenu: null,
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
