import {
  AssetRecordType,
  createShapesForAssets,
  getMediaAssetInfoPartial,
  type Editor,
  type TLAsset,
  type TLPageId,
  type TLShape,
  type VecLike,
} from 'tldraw'
import { imageAddress, uploadImage, type UploadFault } from '#client/artefacts/assets.ts'
import { toasts } from '#client/ui/toasts.ts'
import type { CardRoom } from '../cards/card-room.ts'
import { refusedText, type RefusedImage } from './image-faults.ts'

const MAX_IMAGE_SIDE = 4_000
const MAX_AT_ONCE = 20

/**
 * Pictures from outside. Nothing lies on the board before its bytes are with the server, so that a refused one leaves
 * no hole for all; why it was refused is said in the person's language.
 */
export async function takeImages(
  editor: Editor,
  room: CardRoom,
  files: readonly File[],
  at?: VecLike,
): Promise<void> {
  const place = { pageId: editor.getCurrentPageId(), at: at ?? editor.getViewportPageBounds().center }
  const assets = await uploaded(room, files)
  if (assets.length === 0) return
  if (!takesShapes(editor) || !editor.getPage(place.pageId)) return tellNotPlaced(room, assets.length)
  if (place.pageId === editor.getCurrentPageId()) await createShapesForAssets(editor, assets, place.at)
  else layBeside(editor, assets, place)
}

/** Who has gone to another page while they were uploaded finds pictures where they took them. */
export function layBeside(
  editor: Pick<Editor, 'run' | 'createAssets' | 'createShapes'>,
  assets: readonly TLAsset[],
  { pageId, at }: { pageId: TLPageId; at: VecLike },
): void {
  const images = assets.filter((asset) => asset.type === 'image')
  let x = at.x - images.reduce((width, { props }) => width + props.w, 0) / 2
  const shapes = images.map(({ id, props: { w, h } }) => {
    const shape = { type: 'image', parentId: pageId, x, y: at.y - h / 2, props: { assetId: id, w, h } }
    x += w
    return shape
  })
  editor.run(() => {
    editor.createAssets(images)
    editor.createShapes(shapes)
  })
}

/** The board may have been left or closed since. */
const takesShapes = (editor: Editor) => !editor.isDisposed && !editor.getIsReadonly()

const tellNotPlaced = (room: CardRoom, count: number) =>
  void toasts.show({
    text: room.texts()('board.images.notPlaced', { count }),
    tone: 'danger',
    outlastsPage: true,
  })

/** The picture that lies there makes way once the new one is with the server; it keeps its width. */
export async function replaceImage(
  editor: Editor,
  room: CardRoom,
  file: File,
  shapeId: TLShape['id'],
): Promise<void> {
  const [asset] = await uploaded(room, [file])
  if (asset?.type !== 'image') return
  const shape = takesShapes(editor) ? editor.getShape(shapeId) : undefined
  if (shape?.type !== 'image') return tellNotPlaced(room, 1)
  const { w } = shape.props as { w: number }
  const h = (w * asset.props.h) / Math.max(1, asset.props.w)
  editor.createAssets([asset])
  editor.updateShape({ id: shapeId, type: 'image', props: { assetId: asset.id, crop: null, w, h } })
}

async function uploaded(room: CardRoom, files: readonly File[]): Promise<TLAsset[]> {
  const t = room.texts()
  if (files.length === 0) return []
  const waiting = toasts.show({ text: t('board.images.uploading', { count: files.length }) })
  const assets: TLAsset[] = []
  const refused: RefusedImage[] = []
  for (const file of files.slice(0, MAX_AT_ONCE)) {
    const asset = await uploadedOne(room, file)
    if (typeof asset === 'string') refused.push({ name: file.name, fault: asset })
    else assets.push(asset)
  }
  if (files.length > MAX_AT_ONCE)
    toasts.show({ text: t('board.images.tooMany', { max: MAX_AT_ONCE }), tone: 'attention' })
  toasts.dismiss(waiting)
  if (refused.length > 0) toasts.show({ text: refusedText(t, refused), tone: 'danger' })
  return assets
}

async function uploadedOne({ session }: CardRoom, file: File): Promise<TLAsset | UploadFault> {
  const answer = await uploadImage(session, file)
  if (!answer.ok) return answer.refusal
  const { id } = answer.value
  try {
    const facts = await getMediaAssetInfoPartial(
      file,
      AssetRecordType.createId(id),
      true,
      false,
      MAX_IMAGE_SIDE,
    )
    return AssetRecordType.create({
      ...facts,
      props: { ...facts.props, src: imageAddress(session, id) },
    })
  } catch {
    // The server took it, this browser cannot draw it
    return 'unreadable'
  }
}
