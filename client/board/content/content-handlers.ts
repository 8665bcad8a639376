import {
  defaultHandleExternalTldrawContent,
  registerDefaultExternalContentHandlers,
  type Editor,
  type TLContent,
  type TLExternalContent,
} from 'tldraw'
import type { TLDefaultExternalContentHandlerOpts } from 'tldraw'
import { limits } from '#shared/base/limits.ts'
import { imageTypes } from '#client/artefacts/assets.ts'
import type { CardRoom } from '../cards/card-room.ts'
import type { CardShape } from '../cards/card-shape.ts'
import { fieldForCard } from '../sheet/card-seats.ts'
import { withImages } from './board-content.ts'
import { wordsOf } from './clipboard-words.ts'
import { pasteText } from './paste-words.ts'
import { replaceImage, takeImages } from './taken-images.ts'

const MAX_IMAGE_SIDE = 4_000

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
  editor.registerExternalContentHandler('files', ({ files, point }) => {
    void takeImages(editor, room, files, point)
  })
  editor.registerExternalContentHandler('file-replace', ({ file, shapeId }) => {
    void replaceImage(editor, room, file, shapeId)
  })
  editor.registerExternalAssetHandler('url', null)
  editor.registerExternalContentHandler('embed', null)
  editor.registerExternalContentHandler('excalidraw', null)
  editor.registerExternalContentHandler('tldraw', (pasted) => void pasteShapes(editor, room, pasted))
  editor.registerExternalContentHandler('url', ({ url, point }) => pasteText(editor, room, url, point))
  editor.registerExternalContentHandler('svg-text', ({ text, point }) => pasteText(editor, room, text, point))
  editor.registerExternalContentHandler('text', (content) =>
    pasteText(editor, room, plainTextOf(content), content.point),
  )
}

/** Spreadsheets put tabs between cells into the plain text; what the canvas makes of their HTML has none. */
function plainTextOf({ text, html, sources }: Extract<TLExternalContent<unknown>, { type: 'text' }>): string {
  const plain = sources?.find((source) => source.type === 'text' && source.subtype === 'text')
  return wordsOf({ html: html ?? '', plain: String(plain?.data ?? text) }) ?? ''
}

/** Copied cards lie in a field of the sheet they come to, as cards made there do. */
async function pasteShapes(
  editor: Editor,
  room: CardRoom,
  { content, point }: { content: unknown; point?: { x: number; y: number } },
): Promise<void> {
  const whole = await withImages(editor, room, content as TLContent)
  if (editor.isDisposed || whole.shapes.length === 0) return
  await defaultHandleExternalTldrawContent(editor, { content: whole, ...(point && { point }) })
  for (const shape of editor.getSelectedShapes()) {
    const artefact =
      shape.type === 'card' && room.session.artefacts.get((shape as CardShape).props.artefactId)
    if (!artefact || shape.parentId !== editor.getCurrentPageId()) continue
    const field = fieldForCard(editor, room, artefact.kind, point ?? null)
    if (field) editor.reparentShapes([shape.id], field)
  }
  room.settle()
}

/**
 * Words are pasted as words, whatever else the other program put on the clipboard: a picture of them goes first with
 * the canvas. Everything else is left to the canvas. Returns how to stop.
 */
export function preferWords(editor: Editor, room: CardRoom): () => void {
  const onPaste = (event: ClipboardEvent) => {
    const { clipboardData } = event
    if (!clipboardData || !editor.getIsFocused() || editor.getEditingShapeId() !== null || isWriting()) return
    const words = wordsOf({
      html: clipboardData.getData('text/html'),
      plain: clipboardData.getData('text/plain'),
    })
    if (words === null) return
    event.preventDefault()
    event.stopImmediatePropagation()
    pasteText(editor, room, words)
  }
  document.addEventListener('paste', onPaste, { capture: true })
  return () => document.removeEventListener('paste', onPaste, { capture: true })
}

const isWriting = () =>
  document.activeElement?.matches('input, textarea, select, [contenteditable="true"]') === true ||
  document.querySelector('dialog[open]') !== null

/** The same for the menu's entry, which has to ask for the clipboard. False where it holds no words. */
export async function pasteWordsAt(editor: Editor, room: CardRoom): Promise<boolean> {
  const items = await navigator.clipboard.read()
  const read = async (type: string) => {
    const item = items.find(({ types }) => types.includes(type))
    return item ? (await item.getType(type)).text() : ''
  }
  const words = wordsOf({ html: await read('text/html'), plain: await read('text/plain') })
  if (words !== null) pasteText(editor, room, words, editor.inputs.currentPagePoint)
  return words !== null
}
