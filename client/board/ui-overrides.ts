import type { Editor, TLUiActionsContextType, TLUiOverrides, TLUiToolsContextType } from 'tldraw'
import type { CardRoom } from './card-room.ts'
import type { CardShape } from './card-shape.tsx'
import { startCard } from './card-placing.ts'

/** What the room does itself, or what this product does not do. */
const LEFT_OUT_ACTIONS = [
  'convert-to-bookmark',
  'convert-to-embed',
  'insert-embed',
  'move-to-new-page',
  'open-cursor-chat',
  'open-embed-link',
  'open-kbd-shortcuts',
  'print',
  'toggle-dark-mode',
  'toggle-debug-mode',
  'toggle-focus-mode',
  'toggle-paste-at-cursor',
  'toggle-transparent',
]

export function overridesFor(room: CardRoom): TLUiOverrides {
  return {
    tools: (_editor, tools) => drawingTools(tools),
    actions: (editor, actions) => withCardActions(editor, actions, room),
  }
}

/** `L` belongs to the room: it switches between board and list. */
function drawingTools({
  note: _note,
  embed: _embed,
  line,
  ...tools
}: TLUiToolsContextType): TLUiToolsContextType {
  if (!line) return tools
  const { kbd: _kbd, ...lineWithoutKey } = line
  return { ...tools, line: lineWithoutKey }
}

function withCardActions(
  editor: Editor,
  actions: TLUiActionsContextType,
  room: CardRoom,
): TLUiActionsContextType {
  const kept = Object.fromEntries(Object.entries(actions).filter(([id]) => !LEFT_OUT_ACTIONS.includes(id)))
  const t = room.texts()
  return {
    ...kept,
    'new-note-here': {
      id: 'new-note-here',
      label: t('board.actions.newCardHere'),
      kbd: 'n',
      onSelect: () => void startCard(editor, room, { kind: 'note' }, pointerOrCentre(editor)),
    },
    'open-card': {
      id: 'open-card',
      label: t('board.actions.openCard'),
      kbd: 'i',
      readonlyOk: true,
      onSelect: () => openSelected(editor, room),
    },
  }
}

/** Where the hand is; in the middle when it is elsewhere, e.g. because somebody works with the keyboard alone. */
export function pointerOrCentre(editor: Editor) {
  const view = editor.getViewportPageBounds()
  const { currentPagePoint } = editor.inputs
  return view.containsPoint(currentPagePoint) ? currentPagePoint : view.center
}

function openSelected(editor: Editor, room: CardRoom): void {
  const shape = editor.getOnlySelectedShape()
  if (shape?.type === 'card') room.openCard((shape as CardShape).props.artefactId, shape.id)
}
