import type { Editor, TLPageId } from 'tldraw'
import type { BoardCommands } from './board-commands.ts'
import { freePoint, startCard } from './cards/card-placing.ts'
import { onlySelectedCard, startCardHere, writeLetters } from './canvas/letter-entry.ts'
import type { CardRoom } from './cards/card-room.ts'
import { goToCard, openPage, showArea } from './canvas/navigation.ts'
import { peerUserId } from './presence/presence-in.ts'
import { openSelected } from './canvas/ui-overrides.ts'
import { toasts } from '#client/ui/toasts.ts'

export function commandsOf(editor: Editor, room: CardRoom): BoardCommands {
  return {
    createCard(kind) {
      // From wherever this was asked: what is typed before the card's field is there goes into the card
      editor.focus()
      const middle = editor.getViewportPageBounds().center
      return startCard(editor, room, { kind }, freePoint(editor, kind, middle))
    },
    createCardHere: () => void startCardHere(editor, room),
    isCardSelected: () => onlySelectedCard(editor) !== null,
    openSelected: () => openSelected(editor, room),
    write: (letters) => writeLetters(editor, room, letters),
    goToCard: (shapeId) => goToCard(editor, shapeId),
    visibleArea() {
      const { x, y, w, h } = editor.getViewportPageBounds()
      return { pageId: editor.getCurrentPageId(), area: { x, y, w, h } }
    },
    showArea(pageId, area) {
      editor.stopFollowingUser()
      if (openPage(editor, pageId as TLPageId)) showArea(editor, area)
    },
    follow(clientId) {
      if (clientId === null) editor.stopFollowingUser()
      else follow(editor, room, clientId)
    },
    focus: () => void editor.focus(),
  }
}

/** Who looks at the list, or writes on a phone, sees nothing that one could look at with them. */
function follow(editor: Editor, { session, texts }: CardRoom, clientId: number): void {
  editor.startFollowingUser(peerUserId(clientId))
  if (editor.getInstanceState().followingUserId !== null) return
  const name = session.presence.peers.getState().find((peer) => peer.clientId === clientId)?.name
  if (name) toasts.show({ text: texts()('board.follow.notOnBoard', { name }) })
}
