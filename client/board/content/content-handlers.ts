import {
  registerDefaultExternalContentHandlers,
  type Editor,
  type TLExternalContent,
  type VecLike,
} from 'tldraw'
import type { TLDefaultExternalContentHandlerOpts } from 'tldraw'
import { kinds, plainKind } from '#shared/kinds/index.ts'
import { limits } from '#shared/base/limits.ts'
import { imageTypes } from '#client/artefacts/assets.ts'
import { toasts } from '#client/ui/toasts.ts'
import { freePoint, placeCard, placeCards, type NewCard } from '../cards/card-placing.ts'
import type { CardRoom } from '../cards/card-room.ts'
import { replaceImage, takeImages } from './taken-images.ts'
import { linesOf, piecesOf } from './pasted-text.ts'

const MAX_IMAGE_SIDE = 4_000
const MAX_CARDS_AT_ONCE = 200
const { headline } = kinds[plainKind]
const { maxChars } = kinds[plainKind].fields[headline]

type Messages = Pick<TLDefaultExternalContentHandlerOpts, 'toasts' | 'msg'>

/**
 * What may come in from outside: images, copied board content, and words. Addresses are words too; nothing is ever
 * fetched from anywhere because somebody pasted it.
 */
export function takeInContent(editor: Editor, room: CardRoom, messages: Messages): void {
  registerDefaultExternalContentHandlers(editor, {
    ...messages,
    maxImageDimension: MAX_IMAGE_SIDE,
    maxAssetSize: limits.maxImageBytes,
    acceptedImageMimeTypes: imageTypes,
    acceptedVideoMimeTypes: [],
  })
  editor.registerExternalContentHandler('files', ({ files, point }) => takeImages(editor, room, files, point))
  editor.registerExternalContentHandler('file-replace', ({ file, shapeId }) =>
    replaceImage(editor, room, file, shapeId),
  )
  editor.registerExternalAssetHandler('url', null)
  editor.registerExternalContentHandler('embed', null)
  editor.registerExternalContentHandler('excalidraw', null)
  editor.registerExternalContentHandler('url', ({ url, point }) => pasteText(editor, room, url, point))
  editor.registerExternalContentHandler('svg-text', ({ text, point }) => pasteText(editor, room, text, point))
  editor.registerExternalContentHandler('text', (content) =>
    pasteText(editor, room, plainTextOf(content), content.point),
  )
}

/** Spreadsheets put tabs between cells into the plain text; their HTML would come without them. */
function plainTextOf({ text, sources }: Extract<TLExternalContent<unknown>, { type: 'text' }>): string {
  const plain = sources?.find((source) => source.type === 'text' && source.subtype === 'text')
  return String(plain?.data ?? text)
}

export function pasteText(editor: Editor, room: CardRoom, text: string, point?: VecLike): void {
  const at = point ?? editor.getViewportPageBounds().center
  const words = text.trim()
  if (!words) return
  const t = room.texts()
  const pieces = piecesOf(words, maxChars)
  if (pieces.length > 1) {
    placeCards(editor, room, pieces.map(noteOf), at)
    toasts.show({ text: t('board.paste.tooLong') })
    return
  }
  const id = placeCard(editor, room, noteOf(words), freePoint(editor, plainKind, at))
  const lines = linesOf(words)
  if (!id) return
  editor.select(id)
  if (lines.length < 2) return
  toasts.show({
    text: t('board.paste.lines', { count: lines.length }),
    action: { label: t('board.paste.split'), run: () => split(editor, room, id, lines, at) },
  })
}

/** The one note makes way for one card per line. */
function split(
  editor: Editor,
  room: CardRoom,
  id: ReturnType<typeof placeCard>,
  lines: string[],
  at: VecLike,
): void {
  if (lines.length > MAX_CARDS_AT_ONCE) {
    const t = room.texts()
    toasts.show({
      text: t('board.paste.tooMany', { count: lines.length, max: MAX_CARDS_AT_ONCE }),
      tone: 'attention',
    })
  }
  placeCards(editor, room, lines.slice(0, MAX_CARDS_AT_ONCE).map(noteOf), at, id)
  if (id) editor.deleteShapes([id])
}

const noteOf = (text: string): NewCard => ({
  kind: plainKind,
  fields: { [headline]: text.slice(0, maxChars) },
})
