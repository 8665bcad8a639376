import type { FileGroup, WorkshopFile } from '#shared/report/workshop-file.ts'
import type { StoredAsset } from '#server/ports/asset-store.ts'
import type { Material } from './material.ts'

/**
 * The workshop file as text. One card, one event or one piece of an image in memory at a time: no string holds all of
 * them, which would end at half a gigabyte.
 */
export async function* jsonOf(file: WorkshopFile, { groups }: Material): AsyncGenerator<string> {
  const { groups: told, ...head } = file
  yield* openEnd(head)
  yield ',\n"groups": ['
  for (const [n, { assets: _, ...group }] of told.entries()) {
    yield n === 0 ? '\n' : ',\n'
    yield* openEnd(group)
    yield ',\n"assets": ['
    const isShown = shownIn(file, group)
    let count = 0
    for await (const asset of groups[n]!.assets) {
      if (!isShown(asset)) continue
      yield count++ === 0 ? '\n' : ',\n'
      yield* assetText(asset)
    }
    yield ']}'
  }
  yield ']}\n'
}

/** A picture that was taken off a card or the board leaves with nobody but the complete backup. */
function shownIn({ contents }: WorkshopFile, { document }: Omit<FileGroup, 'assets'>) {
  if (contents.quotes === 'all') return () => true
  const named = new Set<string>()
  for (const list of [document.artefacts, document.board, document.comments]) {
    for (const entry of list) for (const [id] of JSON.stringify(entry).matchAll(ID)) named.add(id)
  }
  return ({ id }: StoredAsset) => named.has(id)
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** An object to which something will be added. */
function* openEnd(value: object): Generator<string> {
  yield '{'
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  for (const [n, [key, one]] of entries.entries()) {
    yield `${n === 0 ? '' : ','}\n${JSON.stringify(key)}: `
    yield* jsonText(one)
  }
}

/** An entry of a list a line. */
function* jsonText(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    yield '['
    for (const [n, entry] of value.entries()) yield `${n === 0 ? '' : ','}\n${JSON.stringify(entry)}`
    yield ']'
  } else if (typeof value === 'object' && value !== null) {
    yield* openEnd(value)
    yield '}'
  } else yield JSON.stringify(value)
}

/** An image as a workshop file holds it (`shared/report/workshop-file.ts`). */
async function* assetText(asset: StoredAsset): AsyncGenerator<string> {
  const { id, mediaType, createdAt } = asset
  yield `${JSON.stringify({ id, mediaType, createdAt }).slice(0, -1)},"data":"`
  yield* base64Of(asset.content())
  yield '"}'
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
