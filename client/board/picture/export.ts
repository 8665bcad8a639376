import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import i18next from 'i18next'
import {
  Editor,
  defaultAddFontsFromNode,
  defaultTools,
  tipTapDefaultExtensions,
  type TLPageId,
  type TLStore,
} from 'tldraw'
import 'tldraw/tldraw.css'
import { textIn } from '#shared/document/board-record.ts'
import { loadRoomTexts } from '#client/i18n/i18n.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { assetStoreOf } from '../content/asset-store.ts'
import type { ImageFormat, Picture } from '../board-commands.ts'
import { bindingUtils, createBoardStore, pictureUtilsOf } from '../records/board-schema.ts'
import type { CardSource } from '../cards/card-room.ts'
import { cardSourceOf } from '../cards/card-source.ts'
import { FlowHeights } from '../cards/flow-heights.ts'
import { CardChanges } from '../cards/card-changes.ts'
import { EvidenceIndex } from '#client/artefacts/evidence-index.ts'
import { lightColours } from '#shared/layout/card/light-colours.ts'
import { foldedAway } from '../sheet/folded-cards.ts'
import { bindStore, type StoreBinding } from '../records/store-binding.ts'
import { outgoingSession } from './outgoing-session.ts'

const PADDING = 32
const { fonts } = getAssetUrlsByImport()

/**
 * A board page as a picture, whether or not it is on screen: draws what may leave the group (docs/consent.md) with an
 * editor of its own that nobody sees and that never changes the document. Cards are vector shapes with real text, in the light colours, the fonts included.
 */
export async function exportPage(
  live: RoomSession,
  groupName: string,
  pageId: string,
  format: ImageFormat,
): Promise<Picture> {
  await loadRoomTexts()
  const { session, clear } = outgoingSession(live, i18next.t)
  const studio = openStudio(session)
  try {
    const name = textIn(session.roots.board.get(pageId)?.get('name'))
    return { name: `${clear(groupName)} – ${name}`, blob: await studio.picture(pageId as TLPageId, format) }
  } finally {
    studio.close()
    session.destroy()
  }
}

/** Comments never leave the group. */
const nothingSaid = { markOf: () => ({ open: 0, unread: 0 }) }

function openStudio(session: RoomSession) {
  const evidence = new EvidenceIndex(session)
  evidence.refresh()
  const changes = new CardChanges(session)
  const source = cardSourceOf(session, evidence, changes, nothingSaid, (id) => binding.places.heightOf(id))
  const heights = new FlowHeights(source, session)
  const store = createBoardStore(assetStoreOf(session))
  const watchOnly = { roots: session.roots, edit: () => undefined, reportUnreadable: () => undefined }
  const binding: StoreBinding = bindStore(store, watchOnly, undefined, heights)
  const container = hiddenContainer()
  const editor = editorIn(container, store, source, foldedAway(session))
  return {
    picture: (pageId: TLPageId, format: ImageFormat) => pictureOf(editor, pageId, format),
    close() {
      editor.dispose()
      binding.dispose()
      heights.destroy()
      evidence.destroy()
      changes.destroy()
      store.dispose()
      container.remove()
    },
  }
}

function editorIn(
  container: HTMLElement,
  store: TLStore,
  source: CardSource,
  getShapeVisibility: ReturnType<typeof foldedAway>,
): Editor {
  return new Editor({
    store,
    shapeUtils: pictureUtilsOf(source),
    bindingUtils,
    tools: defaultTools,
    getShapeVisibility,
    getContainer: () => container,
    initialState: 'select',
    fontAssetUrls: { ...fonts },
    textOptions: {
      addFontsFromNode: defaultAddFontsFromNode,
      tipTapConfig: { extensions: tipTapDefaultExtensions },
    },
  })
}

async function pictureOf(editor: Editor, pageId: TLPageId, format: ImageFormat): Promise<Blob> {
  if (!editor.getPage(pageId)) throw new Error('no such page')
  editor.setCurrentPage(pageId)
  const ids = [...editor.getCurrentPageShapeIds()]
  if (ids.length === 0) return blankPicture(format)
  await editor.fonts.loadRequiredFontsForCurrentPage()
  const options = { format, background: true, darkMode: false, padding: PADDING, scale: 1, pixelRatio: 2 }
  return (await editor.toImage(ids, options)).blob
}

/** An empty page is an answer too: a sheet of paper. */
async function blankPicture(format: ImageFormat): Promise<Blob> {
  const [width, height] = [1280, 720]
  const { card: surface } = lightColours
  if (format === 'svg') {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${surface}"/></svg>`
    return new Blob([svg], { type: 'image/svg+xml' })
  }
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')
  if (context) {
    context.fillStyle = surface
    context.fillRect(0, 0, width, height)
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  )
}

/** Laid out, because text is measured in it, but out of sight and out of reach. */
function hiddenContainer(): HTMLElement {
  const container = document.createElement('div')
  container.className = 'tl-container tl-theme__light'
  container.inert = true
  Object.assign(container.style, {
    position: 'fixed',
    left: '-10000px',
    top: '0',
    width: '1280px',
    height: '720px',
  })
  document.body.append(container)
  return container
}
