import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createArtefact } from '#shared/document/artefacts.ts'
import { eraseTranscript } from '#shared/document/erase.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { MemoryUpdateLog } from '#server/adapters/memory/update-log.ts'
import { StorageError } from '#server/base/storage-error.ts'
import { LiveRoomsFixture } from '#tests/support/live-rooms.ts'

const secret = 'GEHEIM: Die Amtsleitung hat das Projekt beerdigt.'

/** A disk on which there is room for what people write, and none for a log written anew. */
class UpdateLogOnFullDisk extends MemoryUpdateLog {
  isFull = true

  override async compact(...[groupId]: Parameters<MemoryUpdateLog['compact']>): Promise<void> {
    if (this.isFull) throw new StorageError('full', 'compaction')
    await super.compact(groupId)
  }
}

it('what could not be taken out of the log is not called erased, and the next attempt takes it out', async () => {
  const updateLog = new UpdateLogOnFullDisk()
  const live = new LiveRoomsFixture({ updateLog })
  const doc = new Y.Doc()
  const interview = createArtefact(rootsOf(doc).artefacts, {
    ...{ kind: 'interview', phase: 'problem', createdAt: 1, authorship: { as: 'anonymous' } },
    fields: { title: 'Amtsleitung', transcript: secret },
  })
  await live.rooms.create(live.groupId, Y.encodeStateAsUpdate(doc))
  const isStored = async () =>
    (await updateLog.load(live.groupId)).updates.some((update) => Buffer.from(update).includes('GEHEIM'))
  const erase = async () => {
    const erasing = live.rooms
      .erase(live.groupId, (roots) => Number(eraseTranscript(roots, interview)))
      .catch((error: unknown) => error)
    await live.tick()
    return erasing
  }
  expect(await erase()).toBeInstanceOf(StorageError)
  expect(await isStored()).toBe(true)
  updateLog.isFull = false
  expect(await erase()).toBe(0)
  expect(await isStored()).toBe(false)
})
