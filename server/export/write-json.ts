import type { FileGroup } from '#shared/report/workshop-file.ts'
import type { StoredAsset } from '#server/ports/asset-store.ts'
import type { Material } from './material.ts'
import { workshopFileOf } from './workshop-file.ts'
import type { WriteSettings } from './write-settings.ts'

/**
 * The workshop file as text; answers what it is of (`Written`). One piece of an image in memory at a time: no string holds all of them, which would end at
 * half a gigabyte.
 */
export async function writeJson(
  material: Material,
  settings: WriteSettings,
  write: (text: string) => void,
): Promise<string[]> {
  const { groups, ...head } = workshopFileOf(material, settings)
  write(`${openEnd(head)},\n"groups": [`)
  for (const [n, { assets: _, ...group }] of groups.entries()) {
    write(`${n === 0 ? '' : ','}\n${openEnd(group)},\n"assets": [`)
    const isShown = shownIn(settings, group)
    let count = 0
    for await (const asset of material.groups[n]!.assets) {
      if (!isShown(asset)) continue
      write(count++ === 0 ? '\n' : ',\n')
      await writeAsset(asset, write)
    }
    write(']}')
  }
  write(']}\n')
  return [head.workshop.title, ...(material.scope === 'group' ? groups.map(({ name }) => name) : [])]
}

/** A picture that was taken off a card or the board leaves with nobody but the complete backup. */
function shownIn({ quotes }: WriteSettings, { document }: Omit<FileGroup, 'assets'>) {
  if (quotes === 'all') return () => true
  const text = JSON.stringify(document)
  return ({ id }: StoredAsset) => text.includes(id)
}

/** An object to which something will be added. */
const openEnd = (value: object) => JSON.stringify(value, null, 1).slice(0, -2)

/** An image as a workshop file holds it (`shared/report/workshop-file.ts`). */
async function writeAsset(asset: StoredAsset, write: (text: string) => void): Promise<void> {
  const { id, mediaType, createdAt } = asset
  write(`${JSON.stringify({ id, mediaType, createdAt }).slice(0, -1)},"data":"`)
  for await (const chars of base64Of(asset.content())) write(chars)
  write('"}')
}

/** Base64 of the whole, piece by piece: three bytes are four letters, so up to two wait for the next piece. */
export async function* base64Of(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest = Buffer.alloc(0)
  for await (const piece of pieces) {
    const bytes = Buffer.concat([rest, piece])
    const whole = bytes.length - (bytes.length % 3)
    yield bytes.toString('base64', 0, whole)
    rest = bytes.subarray(whole)
  }
  yield rest.toString('base64')
}
