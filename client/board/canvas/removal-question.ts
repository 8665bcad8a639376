import type { Editor, TLShape, TLShapeId } from 'tldraw'
import type { CardRoom } from '../cards/card-room.ts'
import type { CardShape } from '../cards/card-shape.ts'
import { isThing, type BoardRecord } from '#shared/document/board-record.ts'
import { isHeldFrom } from '#client/artefacts/locks.ts'
import { MANY_REMOVED } from '#client/artefacts/removal-message.ts'
import { followRemovals } from '#client/session/removals.ts'
import { isOfThePage } from '../sheet/field-selection.ts'

/** A removal that waits for an answer. */
export interface RemovalQuestion {
  cards: number
  /** Of the cards. */
  ofOthers: number
  /** Pictures, texts and drawings, which nobody has signed and no list keeps. */
  things: number
  /** Answers what left the board. */
  go: () => readonly BoardRecord[]
}

/**
 * Who removes much of others at once (Ctrl+A and Delete, cutting, rubbing out) is asked first, and what belongs to the
 * page or is locked stays. Returns how to stop.
 */
export function askBeforeRemoving(
  editor: Editor,
  room: CardRoom,
  ask: (question: RemovalQuestion) => void,
): () => void {
  const stock = editor.deleteShapes.bind(editor)
  const keys = keysUp()
  editor.deleteShapes = (wanted: readonly (TLShape | TLShapeId)[]) => {
    const ids = removable(editor, room, wanted)
    const shapes = shapesAmong(editor, ids)
    const cards = shapes.filter(isCard)
    const things = shapes.filter(isThing)
    const ofOthers = cards.filter((card) => !isOwn(room, card)).length
    const notMadeHere = things.filter(({ id }) => !isMadeHere(room, id)).length
    if (ofOthers + notMadeHere < MANY_REMOVED) return stock(ids)
    const go = () => {
      const gone: BoardRecord[] = []
      const stop = followRemovals(room.session.roots, (records) => gone.push(...records))
      editor.markHistoryStoppingPoint('delete')
      stock(ids.filter((id) => editor.getShape(id)))
      room.settle()
      stop()
      return gone
    }
    keys.run(() => ask({ cards: cards.length, ofOthers, things: things.length, go }))
    return editor
  }
  return () => {
    keys.stop()
    editor.deleteShapes = stock
  }
}

/**
 * Runs something once no key is held any more: a dialog that takes the keyboard between press and release would leave
 * the canvas with a key that it believes to be down, and no shortcut works until then.
 */
function keysUp() {
  let isDown = false
  let waiting: (() => void) | null = null
  const down = () => void (isDown = true)
  const up = () => {
    isDown = false
    if (waiting) setTimeout(waiting)
    waiting = null
  }
  window.addEventListener('keydown', down, { capture: true })
  window.addEventListener('keyup', up, { capture: true })
  return {
    run(act: () => void) {
      if (isDown) waiting = act
      else act()
    },
    stop() {
      window.removeEventListener('keydown', down, { capture: true })
      window.removeEventListener('keyup', up, { capture: true })
    },
  }
}

function removable(editor: Editor, room: CardRoom, shapes: readonly (TLShape | TLShapeId)[]): TLShapeId[] {
  const ids = shapes.map((shape): TLShapeId => (typeof shape === 'string' ? shape : shape.id))
  return ids.filter((id) => {
    const shape = editor.getShape(id)
    return shape !== undefined && !isOfThePage(editor, room, shape) && !isHeldFrom(room.session, id)
  })
}

/** With what lies on frames that go along. */
const shapesAmong = (editor: Editor, ids: TLShapeId[]): TLShape[] =>
  [...editor.getShapeAndDescendantIds(ids)].flatMap((id) => editor.getShape(id) ?? [])

const isCard = (shape: TLShape): shape is CardShape => shape.type === 'card'

/** Whether this person has put it there since they came. */
function isMadeHere({ session }: CardRoom, id: TLShapeId): boolean {
  const { board } = session.roots
  return board._map.get(id)?.id.client === board.doc?.clientID
}

/** Cards signed by an organisation are everybody's in it. */
function isOwn({ session }: CardRoom, { props }: CardShape): boolean {
  const { me } = session.facilitation.getState()
  const authorship = session.artefacts.get(props.artefactId)?.authorship
  if (!me || !authorship) return authorship === undefined
  if (authorship.as === 'named') return authorship.memberId === me.memberId
  return authorship.as === 'organisation' && authorship.organisation === me.organisation
}
