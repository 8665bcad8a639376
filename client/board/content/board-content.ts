import type { Editor, TLContent } from 'tldraw'
import { isId, type AssetId } from '#shared/base/ids.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { FieldSpec, FieldValue, ItemValue } from '#shared/kinds/field.ts'
import { fieldsOf, isKind } from '#shared/kinds/index.ts'
import { copyImage, imageAddress, imageAt, uploadImage, type CopyFault } from '#client/artefacts/assets.ts'
import { toasts } from '#client/ui/toasts.ts'
import { CARRIED, CARRIED_FROM, type CarriedFrom } from '../cards/card-copies.ts'
import type { CardRoom } from '../cards/card-room.ts'
import { leftBehindText } from './image-faults.ts'

type Shape = TLContent['shapes'][number]
type Bring = (key: string, how: () => Promise<Result<string, CopyFault>>) => Promise<string | null>

/**
 * What was copied on a board, this one or another group's, with its images, those that lie on the board and those in
 * cards. They come along before anything is pasted, so that nothing points to a file of another group; what does not
 * come along is left out and named.
 */
export async function withImages(editor: Editor, room: CardRoom, content: TLContent): Promise<TLContent> {
  return comesFromElsewhere(editor, room, content) ? brought(editor, room, content) : content
}

function comesFromElsewhere(editor: Editor, room: CardRoom, { assets, shapes }: TLContent): boolean {
  return (
    assets.some(({ id }) => !editor.store.has(id)) || shapes.some((shape) => fromOf(room, shape) !== null)
  )
}

async function brought(editor: Editor, room: CardRoom, content: TLContent): Promise<TLContent> {
  const t = room.texts()
  const waiting = toasts.show({ text: t('board.images.bringing') })
  const faults: CopyFault[] = []
  const coming = new Map<string, Promise<string | null>>()
  /** Each image once, however many copies of it are pasted; null where it stays behind. */
  const bring: Bring = (key, how) => {
    const known = coming.get(key)
    if (known) return known
    const answer = how().then((result) => {
      if (result.ok) return result.value
      faults.push(result.refusal)
      return null
    })
    coming.set(key, answer)
    return answer
  }
  try {
    const assets = await inTurn(content.assets, (asset) => broughtAsset(editor, room, asset, bring))
    const kept = assets.filter((asset) => asset !== null)
    const shapes = await inTurn(content.shapes, (shape) => broughtCard(room, shape, bring))
    return withoutHoles({ ...content, assets: kept, shapes }, (id) => editor.store.has(id as never))
  } finally {
    toasts.dismiss(waiting)
    sayWhatStayed(room, faults)
  }
}

/** A picture on the board: one of a group of ours, or one whose bytes another program put on the clipboard. */
async function broughtAsset(
  editor: Editor,
  room: CardRoom,
  asset: TLContent['assets'][number],
  bring: Bring,
) {
  if (editor.store.has(asset.id) || asset.type !== 'image') return asset
  const { src, name } = asset.props
  const id = await bring(asset.id, async () => {
    const from = imageAt(src ?? '')
    if (from) return copyImage(room.session, from)
    const file = fileOf(src ?? '', name)
    if (!file) return refused('notYours')
    const answer = await uploadImage(room.session, file)
    return answer.ok ? accepted(answer.value.id) : answer
  })
  if (!id) return null
  return { ...asset, props: { ...asset.props, src: imageAddress(room.session, id) } }
}

/** The content security policy lets nobody fetch a `data:` address. */
function fileOf(src: string, name: string): File | null {
  const [, type, base64] = /^data:(image\/[a-z]+);base64,([A-Za-z0-9+/=]+)$/.exec(src) ?? []
  if (!type || !base64) return null
  return new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name, { type })
}

/** A card with the images of its fields and items, under their new ids. */
async function broughtCard(room: CardRoom, shape: Shape, bring: Bring): Promise<Shape> {
  const from = fromOf(room, shape)
  const carried = shape.meta[CARRIED] as unknown as Artefact | undefined
  if (!from || !carried || !isKind(carried.kind)) return shape
  const specs = fieldsOf(carried.kind)
  const image = async (value: ItemValue): Promise<ItemValue> => {
    if (!isId(value)) return null
    return bring(value, () => copyImage(room.session, { ...from, assetId: value as AssetId }))
  }
  const fields: Record<string, FieldValue> = {}
  for (const [name, value] of Object.entries(carried.fields)) {
    const spec = specs[name]
    fields[name] = spec ? await withBroughtImages(spec, value, image) : value
  }
  return { ...shape, meta: { ...shape.meta, [CARRIED]: { ...carried, fields } as never } }
}

async function withBroughtImages(
  spec: FieldSpec,
  value: FieldValue,
  image: (value: ItemValue) => Promise<ItemValue>,
): Promise<FieldValue> {
  if (spec.type === 'image') return value === null ? null : image(value as ItemValue)
  if (spec.type !== 'items' || !Array.isArray(value)) return value
  const pictured = Object.keys(spec.fields).filter((name) => spec.fields[name]!.type === 'image')
  return inTurn(value, async (item) => {
    const fields = { ...item.fields }
    for (const name of pictured) if (fields[name]) fields[name] = await image(fields[name])
    return { ...item, fields }
  })
}

/** Where a copied card's images lie, where that is another group. */
function fromOf({ session }: CardRoom, { meta }: Shape): CarriedFrom | null {
  const from = meta[CARRIED_FROM] as unknown as CarriedFrom | undefined
  if (!from || !isId(from.workshopId) || !isId(from.groupId) || from.groupId === session.groupId) return null
  return { workshopId: from.workshopId, groupId: from.groupId }
}

/** Pictures whose bytes stayed behind would lie there empty for everybody. */
function withoutHoles(content: TLContent, isHere: (assetId: string) => boolean): TLContent {
  const has = new Set(content.assets.map(({ id }): string => id))
  const isHole = ({ type, props }: Shape) => {
    const assetId = type === 'image' ? (props as { assetId?: unknown }).assetId : null
    return typeof assetId === 'string' && !has.has(assetId) && !isHere(assetId)
  }
  const holes = new Set(content.shapes.filter(isHole).map(({ id }) => id))
  return {
    ...content,
    shapes: content.shapes.filter(({ id }) => !holes.has(id)),
    rootShapeIds: content.rootShapeIds.filter((id) => !holes.has(id)),
    bindings: content.bindings?.filter(({ fromId, toId }) => !holes.has(fromId) && !holes.has(toId)),
  }
}

function sayWhatStayed(room: CardRoom, faults: readonly CopyFault[]): void {
  if (faults.length > 0) toasts.show({ text: leftBehindText(room.texts(), faults), tone: 'danger' })
}

/** One after the other: twenty pictures at once would hold up everything else on a slow line. */
async function inTurn<In, Out>(all: readonly In[], take: (one: In) => Promise<Out>): Promise<Out[]> {
  const taken: Out[] = []
  for (const one of all) taken.push(await take(one))
  return taken
}
