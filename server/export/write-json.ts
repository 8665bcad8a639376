import type { FileAsset, FileGroup } from '#shared/report/workshop-file.ts'
import type { Asset } from '#server/ports/asset-store.ts'
import type { Material } from './material.ts'
import { workshopFileOf } from './workshop-file.ts'
import type { WriteSettings } from './write-file.ts'

/**
 * The workshop file as text, one image in memory at a time: no string holds all of them, which would end at half a
 * gigabyte.
 */
export async function writeJson(
  material: Material,
  settings: WriteSettings,
  write: (text: string) => void,
): Promise<void> {
  const { groups, ...head } = workshopFileOf(material, settings)
  write(`${openEnd(head)},\n"groups": [`)
  for (const [n, { assets: _, ...group }] of groups.entries()) {
    write(`${n === 0 ? '' : ','}\n${openEnd(group)},\n"assets": [`)
    let count = 0
    for await (const asset of material.groups[n]!.assets) {
      if (settings.quotes === 'released' && !isShown(group.document, asset)) continue
      write(`${count++ === 0 ? '' : ','}\n${JSON.stringify(fileAsset(asset))}`)
    }
    write(']}')
  }
  write(']}\n')
}

/** A picture that was taken off a card or the board leaves with nobody but the complete backup. */
const isShown = (document: FileGroup['document'], { id }: Asset) => JSON.stringify(document).includes(id)

/** An object to which something will be added. */
const openEnd = (value: object) => JSON.stringify(value, null, 1).slice(0, -2)

function fileAsset({ id, mediaType, createdAt, bytes }: Asset): FileAsset {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  return { id, mediaType, createdAt, data }
}
