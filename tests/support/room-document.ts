import * as Y from 'yjs'
import type { GroupId } from '#shared/base/ids.ts'
import type { RoomService } from '#server/rooms/room-service.ts'

/** What a whole server holds of a room, by the way that is open to its parts: a version is saved and read. */
export async function roomDocument(
  rooms: Pick<RoomService, 'saveVersion' | 'versionState'>,
  groupId: GroupId,
): Promise<Y.Doc> {
  const { id } = await rooms.saveVersion(groupId, 'for a test', '')
  const state = await rooms.versionState(groupId, id)
  if (state === null) throw new Error('a version that has just been saved is not there')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}
