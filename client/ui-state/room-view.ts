import { createStore, type StoreApi } from 'zustand/vanilla'

/** How one person looks at a room. Nobody else is told; what moderators impose arrives through `bringAlong`. */
export interface RoomView {
  /** Board page in front of this person; null until the room is known. */
  pageId: string | null
  face: RoomFace
  /** Card to bring in front, in whichever face is shown; a page's id brings its section of the list in front. */
  focusShapeId: string | null
  /** Card this person is at right now, so that switching between board and list keeps the place. */
  atShapeId: string | null
  /** What is selected on the board. */
  selectedShapeIds: readonly string[]
  panel: RoomPanel | null
  dialog: RoomDialog | null
  /** Where this person was before the moderation brought them elsewhere. */
  broughtFrom: BroughtFrom | null
  /** Whether this person's view goes along with whoever presents; they leave and come back as they like. */
  withPresenter: boolean
  /** Frame that this person shows as a slide while presenting; null: the page as it is. */
  slideId: string | null
  /** Result of a vote that this person has on their board, and in which order they look at the cards. */
  result: ShownResult | null
  /** While presenting: whether the cursor is a laser pointer. */
  laser: boolean
  /** Words on the one-card form that are no card yet; every step and every other face leaves them as they are. */
  begun: string
}

interface ShownResult {
  voteId: string
  order: 'asLaid' | 'points' | 'controversy'
}

/** Faces of a room. `write` is the one-card form, offered on phones. */
type RoomFace = 'board' | 'list' | 'write'

export type RoomPanel =
  | { type: 'card'; artefactId: string; isJustMade?: boolean; at?: CardPart }
  | { type: 'comments' }
  | { type: 'coverage' }
  | { type: 'people' }
  | { type: 'versions' }
  | { type: 'hands' }
  | { type: 'agenda' }
  | { type: 'phases' }
  | { type: 'minutes' }
  /** All votes, or the one named; `prepares`: somebody fills in the form for one, which nothing may close but they. */
  | { type: 'votes'; voteId: string | null; prepares?: boolean }

/** A part of an open card that somebody came for. */
export type CardPart = 'comments'

type RoomDialog =
  | { type: 'help' }
  | { type: 'search' }
  | { type: 'methods' }
  | { type: 'pages' }
  | { type: 'importInterview' }
  | { type: 'catalogue' }
  | { type: 'timer' }
  | { type: 'screen' }
  | { type: 'rehearsal' }
  | { type: 'capture' }
  | { type: 'invite' }
  | { type: 'move'; shapeIds: readonly string[] }
  | { type: 'bring' }

interface BroughtFrom {
  pageId: string
  reason: 'page' | 'gathering'
}

export type RoomViewStore = StoreApi<RoomView>

export function createRoomView(face: RoomFace): RoomViewStore {
  return createStore<RoomView>(() => ({
    pageId: null,
    face,
    focusShapeId: null,
    atShapeId: null,
    selectedShapeIds: [],
    panel: null,
    dialog: null,
    broughtFrom: null,
    withPresenter: true,
    slideId: null,
    result: null,
    laser: false,
    begun: '',
  }))
}

/** Goes to a page for oneself. */
export function browseTo(view: RoomViewStore, pageId: string): void {
  if (view.getState().pageId !== pageId)
    view.setState({
      ...newPlace(pageId),
      focusShapeId: pageId,
      broughtFrom: null,
      withPresenter: false,
      slideId: null,
    })
}

/** Turns to the page that whoever presents shows; there is no way back to offer, because leaving is always open. */
export function goAlong(view: RoomViewStore, pageId: string): void {
  if (view.getState().pageId !== pageId) view.setState({ ...newPlace(pageId), broughtFrom: null })
}

/** The moderation wants everybody on this page; remembers the way back, and leaves the focus where somebody writes. */
export function bringAlong(view: RoomViewStore, pageId: string, reason: BroughtFrom['reason']): void {
  const before = view.getState().pageId
  if (before === pageId) return
  const broughtFrom = before === null ? null : { pageId: before, reason }
  view.setState({ ...newPlace(pageId), broughtFrom })
}

const newPlace = (pageId: string) => ({ pageId, focusShapeId: null, atShapeId: null, selectedShapeIds: [] })

/** Opens the same panel a second time: closes it. */
export function togglePanel(view: RoomViewStore, panel: RoomPanel): void {
  const open = view.getState().panel
  view.setState({ panel: open?.type === panel.type && open.type !== 'card' ? null : panel })
}

/** Shows another face with the same card in front. */
export function showFace(view: RoomViewStore, face: RoomFace): void {
  const { atShapeId, pageId, face: before } = view.getState()
  if (face !== before) view.setState({ face, focusShapeId: atShapeId ?? pageId })
}

export function toggleFace(view: RoomViewStore): void {
  showFace(view, view.getState().face === 'board' ? 'list' : 'board')
}
