import { StateNode, type Editor, type TLStateNodeConstructor } from 'tldraw'
import { writableKinds, type ArtefactKind } from '#shared/kinds/index.ts'
import type { CardRoom } from './card-room.ts'
import { freePoint, startCard } from './card-placing.ts'
import { startCardHere } from '../canvas/letter-entry.ts'

export const cardToolId = (kind: ArtefactKind) => `card-${kind}`

/** One tool per kind that can begin empty: the next click on the board places such a card and starts writing. */
export function cardToolsOf(room: CardRoom): TLStateNodeConstructor[] {
  return writableKinds.map((kind) => {
    return class CardTool extends StateNode {
      static override id = cardToolId(kind)

      override onEnter() {
        this.editor.setCursor({ type: 'cross', rotation: 0 })
      }

      override onPointerUp() {
        const place = freePoint(this.editor, kind, this.editor.inputs.currentPagePoint)
        startCard(this.editor, room, { kind }, place)
      }

      override onCancel() {
        this.editor.setCurrentTool('select')
      }
    }
  })
}

/**
 * A double-click on the page or in a frame begins a card there. tldraw would begin a drawn text, which the list cannot
 * edit and no export of cards holds; the text tool is still there for those.
 */
export function beginCardsByDoubleClick(editor: Editor, room: CardRoom): void {
  const idle = editor.getStateDescendant<StateNode & { handleDoubleClickOnCanvas: () => void }>('select.idle')
  if (!idle) return
  idle.handleDoubleClickOnCanvas = () => void startCardHere(editor, room)
}
