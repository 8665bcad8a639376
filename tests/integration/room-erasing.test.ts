import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createArtefact, ensureItems, readArtefact } from '#shared/document/artefacts.ts'
import { eraseTranscript } from '#shared/document/erase.ts'
import { addItem } from '#shared/document/items.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import { currentTranscript } from '#shared/evidence/transcripts.ts'
import { interview as spec } from '#shared/kinds/interview/spec.ts'
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

describe.each([
  ['had corrections before', true],
  ['was never corrected', false],
])('the text of an interview that %s', (_, isCorrected) => {
  const correction = `Berichtigt. ${secret}`
  const begun = async () => {
    const live = new LiveRoomsFixture()
    const doc = new Y.Doc()
    const { artefacts } = rootsOf(doc)
    const interview = createArtefact(artefacts, {
      ...{ kind: 'interview', phase: 'problem', createdAt: 1, authorship: { as: 'anonymous' } },
      fields: { title: 'Amtsleitung', transcript: secret },
    })
    // As it was made before corrections were known
    if (!isCorrected) artefacts.get(interview)!.delete('f.revisions')
    await live.rooms.create(live.groupId, Y.encodeStateAsUpdate(doc))
    const correct = (roots: Roots, transcript = correction) =>
      addItem(ensureItems(roots.artefacts, interview, 'revisions')!, spec.fields.revisions, {
        fields: { transcript },
      })
    const erase = async () => {
      const erasing = live.rooms.erase(live.groupId, (roots) => Number(eraseTranscript(roots, interview)))
      await live.tick()
      await erasing
    }
    return { live, interview, correct, erase }
  }

  it('does not come back with what somebody wrote in it before they knew, in either order of their ids', async () => {
    for (const client of [1, 4_000_000_000]) {
      const { live, interview, correct, erase } = await begun()
      const { id } = live.people.member()
      const offline = await live.comeIn(id)
      const other = await live.enter()
      offline.leave()
      offline.doc.clientID = client
      offline.doc.transact(() => correct(offline.roots))
      await erase()
      const { length } = other.received
      await live.comeIn(id, offline.doc)
      for (const { artefacts } of [offline.roots, other.roots, rootsOf(await live.rooms.copy(live.groupId))])
        expect(currentTranscript(readArtefact(artefacts, interview)!.fields).text).toBe('')
      expect(holdSecret(other.received.slice(length))).toBe(false)
      expect(holdSecret((await live.updateLog.load(live.groupId)).updates)).toBe(false)
    }
  })

  it('can be handed in anew by whoever knows', async () => {
    const { live, interview, correct, erase } = await begun()
    const [writer, other] = [await live.enter(), await live.enter()]
    await erase()
    writer.doc.transact(() => correct(writer.roots, 'Neu gefasst.'))
    await live.tick()
    expect(currentTranscript(readArtefact(other.roots.artefacts, interview)!.fields).text).toBe(
      'Neu gefasst.',
    )
  })
})

const holdSecret = (bytes: readonly Uint8Array[]) => bytes.some((one) => Buffer.from(one).includes('GEHEIM'))
