import { createHash } from 'node:crypto'
import type { ArtefactId, AssetId, GroupId, MemberId, WorkshopId } from '#shared/base/ids.ts'
import { eraseImages, eraseTranscript, imageUses } from '#shared/document/erase.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { ErasedImage, ImageView } from '#shared/protocol/images.ts'
import type { AssetStore, StoredAsset } from '#server/ports/asset-store.ts'
import type { PeopleStore } from '#server/ports/people-store.ts'
import type { RoomService, SeenRoom } from '#server/rooms/room-service.ts'

interface Means {
  people: Pick<PeopleStore, 'groups'>
  assets: AssetStore
  rooms: Pick<RoomService, 'erase' | 'look'>
  /** Copies of rooms that are rehearsed. */
  rehearsals: { endAllOf: (workshopId: WorkshopId) => Promise<void> }
}

/** All images of a group and how often each is shown, also those that no card shows any more. */
export async function imagesOf(
  { assets, rooms }: Pick<Means, 'assets' | 'rooms'>,
  groupId: GroupId,
  memberId: MemberId,
): Promise<ImageView[]> {
  const ids = await assets.assetIds(groupId)
  const uses = await rooms.look(groupId, memberId, ({ roots }) => imageUses(roots, new Set(ids)))
  const images = await Promise.all(ids.map((id) => assets.asset(groupId, id)))
  return images.flatMap((image) => {
    if (!image) return []
    const { id, sizeBytes, createdAt } = image
    return { id, sizeBytes, createdAt, uses: uses.get(id) ?? 0 }
  })
}

/**
 * Erases an image and every copy of it in the workshop: those that were brought along into other groups, the same file
 * uploaded there, and rehearsals. It goes from cards and boards first, and itself last: done in part, it can be done again.
 * @throws Problem not_found
 */
export async function eraseImage(
  means: Means,
  workshopId: WorkshopId,
  groupId: GroupId,
  assetId: AssetId,
): Promise<ErasedImage> {
  const image = await means.assets.asset(groupId, assetId)
  if (!image) throw new Problem('not_found', 'no such image in this group')
  const copies = await copiesOf(means, workshopId, image)
  const groupIds = new Set(copies.map((copy) => copy.groupId))
  let places = 0
  for (const id of groupIds) {
    const own = new Set(copies.filter((copy) => copy.groupId === id).map((copy) => copy.id))
    places += await means.rooms.erase(id, (roots) => eraseImages(roots, own))
  }
  await means.rehearsals.endAllOf(workshopId)
  for (const copy of copies.filter(({ id }) => id !== image.id))
    await means.assets.remove(copy.groupId, copy.id)
  await means.assets.remove(groupId, image.id)
  return { groups: groupIds.size, places }
}

/** The image itself among them. */
async function copiesOf(
  { people, assets }: Means,
  workshopId: WorkshopId,
  image: StoredAsset,
): Promise<StoredAsset[]> {
  const hash = await hashOf(image)
  const copies: StoredAsset[] = []
  for (const { id: groupId } of await people.groups(workshopId)) {
    for (const id of await assets.assetIds(groupId)) {
      const other = await assets.asset(groupId, id)
      if (other?.sizeBytes !== image.sizeBytes || other.mediaType !== image.mediaType) continue
      if (id === image.id || (await hashOf(other)) === hash) copies.push(other)
    }
  }
  return copies
}

async function hashOf(image: StoredAsset): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of image.content()) hash.update(piece)
  return hash.digest('hex')
}

/**
 * Erases the text of an interview, with its corrections, in the room and all its versions, and ends rehearsals, which have a
 * copy; quotes keep their words. Done in part or already, it can be done again.
 * @throws Problem not_found where there is no such interview
 */
export async function eraseInterviewText(
  { rooms, rehearsals }: Pick<Means, 'rooms' | 'rehearsals'>,
  workshopId: WorkshopId,
  groupId: GroupId,
  memberId: MemberId,
  interviewId: ArtefactId,
): Promise<void> {
  const isThere = ({ roots }: SeenRoom) => roots.artefacts.has(interviewId)
  if (!(await rooms.look(groupId, memberId, isThere))) throw new Problem('not_found', 'no such interview')
  await rooms.erase(groupId, (roots) => Number(eraseTranscript(roots, interviewId)))
  await rehearsals.endAllOf(workshopId)
}
