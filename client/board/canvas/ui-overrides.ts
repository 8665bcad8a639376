import type {
  Editor,
  TLUiActionsContextType,
  TLUiEventSource,
  TLUiOverrides,
  TLUiToolsContextType,
} from 'tldraw'
import type { CardRoom } from '../cards/card-room.ts'
import type { CardShape } from '../cards/card-shape.ts'
import { pasteWordsAt } from '../content/content-handlers.ts'
import { startCardHere } from './letter-entry.ts'
import { tldrawWords } from './tldraw-words.ts'

/** What the room does itself, or what this product does not do. */
const LEFT_OUT_ACTIONS = [
  'a11y-repeat-shape-announce',
  'convert-to-bookmark',
  'convert-to-embed',
  // Pictures pass the export, which holds back what is not released
  'copy-as-png',
  'copy-as-svg',
  'export-all-as-png',
  'export-all-as-svg',
  'export-as-png',
  'export-as-svg',
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
    translations: tldrawWords,
    tools: (_editor, tools) => drawingTools(tools),
    actions: (editor, actions) => withCardActions(editor, actions, room),
  }
}

/** Letters are for writing (docs/decisions/0020): no tool may promise to be chosen by one. */
function drawingTools({ note: _note, embed: _embed, ...tools }: TLUiToolsContextType): TLUiToolsContextType {
  return Object.fromEntries(Object.entries(tools).map(([id, tool]) => [id, withoutLetters(tool)]))
}

function withoutLetters<Command extends { kbd?: string }>(command: Command): Command {
  const { kbd, ...rest } = command
  const kept = kbd?.split(',').filter((keys) => !/^(shift\+)?[a-z]$/i.test(keys))
  return { ...rest, ...(kept && kept.length > 0 && { kbd: kept.join(',') }) } as Command
}

function withCardActions(
  editor: Editor,
  actions: TLUiActionsContextType,
  room: CardRoom,
): TLUiActionsContextType {
  const kept = Object.fromEntries(
    Object.entries(actions).flatMap(([id, action]) =>
      LEFT_OUT_ACTIONS.includes(id) ? [] : [[id, withoutLetters(action)]],
    ),
  )
  const t = room.texts()
  const pasteByMenu = async (source: TLUiEventSource) => {
    const done = await wordsFirst(() => pasteWordsAt(editor, room))
    if (!done) void kept.paste?.onSelect(source)
  }
  return {
    ...kept,
    ...(kept.paste && { paste: { ...kept.paste, onSelect: pasteByMenu } }),
    'new-note-here': {
      id: 'new-note-here',
      label: t('board.actions.newCardHere'),
      onSelect: () => void startCardHere(editor, room),
    },
    'open-card': {
      id: 'open-card',
      label: t('board.actions.openCard'),
      readonlyOk: true,
      onSelect: () => openSelected(editor, room),
    },
  }
}

/** Where the browser does not show its clipboard, the canvas says so. */
async function wordsFirst(paste: () => Promise<boolean>): Promise<boolean> {
  try {
    return await paste()
  } catch {
    return false
  }
}

/** Opens the card that is selected alone. */
export function openSelected(editor: Editor, room: CardRoom): void {
  const shape = editor.getOnlySelectedShape()
  if (shape?.type === 'card') room.openCard((shape as CardShape).props.artefactId)
}
