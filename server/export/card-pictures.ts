import type { AssetId } from '#shared/base/ids.ts'
import { imageOrientation } from '#shared/base/image-orientation.ts'
import type { ImageType } from '#shared/base/image-types.ts'
import type { Report } from '#shared/report/report.ts'
import { uprightPng } from './raster.ts'
import type { Material } from './material.ts'
import type { Pictures } from './pdf.ts'

/** What a document holds of uploaded images at most; those that come later are named and not shown. */
const MAX_BYTES = 60 * 1024 * 1024

export const imageExtensions: Record<ImageType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
}

interface CardPictures {
  files: Pictures
  /** What a tree calls an image; null for one that is not there. */
  nameOf: (assetId: string) => string | null
}

/** Uploaded images that cards of a report show. */
export async function cardPictures({ groups }: Material, report: Report): Promise<CardPictures> {
  const files = new Map<string, { bytes: Uint8Array; extension: string }>()
  const names = new Map<string, string>()
  let bytes = 0
  for (const [n, { cards }] of report.groups.entries()) {
    const shown = cards.flatMap(({ fields }) => fields.flatMap(({ pictures }) => pictures))
    for (const { assetId } of shown) {
      if (names.has(assetId)) continue
      const asset = await groups[n]!.asset(assetId as AssetId)
      if (!asset || bytes + asset.sizeBytes > MAX_BYTES) continue
      bytes += asset.sizeBytes
      const picture = inUsualFormat(await wholeOf(asset.content()), asset.mediaType)
      const name = `picture-${names.size + 1}.${picture.extension}`
      names.set(assetId, name)
      files.set(name, picture)
    }
  }
  return { files, nameOf: (assetId) => names.get(assetId) ?? null }
}

export async function wholeOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

/** Word processors know no WebP, and neither they nor those who lay out pages turn photos as cameras say. */
export function inUsualFormat(bytes: Buffer, mediaType: ImageType): { bytes: Uint8Array; extension: string } {
  const orientation = imageOrientation(bytes)
  const drawn =
    mediaType === 'image/webp' || orientation !== 1 ? uprightPng(bytes, mediaType, orientation) : null
  return drawn ? { bytes: drawn, extension: 'png' } : { bytes, extension: imageExtensions[mediaType] }
}
