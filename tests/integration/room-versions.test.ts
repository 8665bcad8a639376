import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createArtefact, readArtefact, setField, setTag, textOf } from '#shared/document/artefacts.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { newId, type MemberId } from '#shared/base/ids.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { addNote, contentHash, LiveRoomsFixture, preparedDocument } from '#tests/support/live-rooms.ts'
import type { RoomPeer } from '#tests/support/room-peer.ts'

let live: LiveRoomsFixture
let moderator: RoomPeer
let participant: RoomPeer
beforeEach(async () => {
  live = new LiveRoomsFixture()
  await live.rooms.create(live.groupId, preparedDocument())
  moderator = await live.enter('moderator')
  participant = await live.enter()
})

async function agreed(): Promise<string> {
  await live.tick()
  const hash = contentHash(participant.doc)
  expect(contentHash(moderator.doc)).toBe(hash)
  expect(await live.serverHash()).toBe(hash)
  return hash
}

const by = { memberId: newId<MemberId>(), name: 'Moderation' }

/** Restoring waits for the disk, and the disk for a tick. */
async function restore(versionId: string) {
  const restored = live.rooms.restore(live.groupId, versionId as never, by)
  await live.tick()
  return restored
}

describe('versions', () => {
  test('a version brings the room back to what it was, live, for everybody', async () => {
    const { id, shapeId } = addNote(participant.doc, 'Antrag dauert')
    setTag(participant.roots.artefacts, id, 'wichtig', true)
    const then = await agreed()
    const version = await live.rooms.saveVersion(live.groupId, 'Vor der Pause', 'Moderation')
    expect(version).toMatchObject({ name: 'Vor der Pause', cardCount: 1, reason: 'manual' })

    participant.doc.transact(() => {
      textOf(participant.roots.artefacts, id, 'text')!.insert(6, ' auf Wohngeld')
      setTag(participant.roots.artefacts, id, 'wichtig', false)
      participant.roots.board.get(shapeId)!.set('xy', [500, 500])
    })
    participant.roots.board.delete(shapeId)
    await agreed()
    await restore(version.id)
    expect(await agreed()).toBe(then)
  })

  test('everybody in the room is told which version was brought back, and by whom', async () => {
    addNote(participant.doc, 'Antrag dauert')
    await agreed()
    const version = await live.rooms.saveVersion(live.groupId, 'Vor der Pause', 'Moderation')
    await restore(version.id)
    for (const peer of [moderator, participant])
      expect(peer.told).toContainEqual({ type: 'restored', name: 'Vor der Pause', by })
  })

  test('restoring is taken back by restoring the version saved just before', async () => {
    const first = addNote(participant.doc, 'eins')
    await agreed()
    const version = await live.rooms.saveVersion(live.groupId, 'Früher', 'Moderation')
    textOf(participant.roots.artefacts, first.id, 'text')!.insert(0, 'zwei, ')
    const latest = await agreed()
    const before = await restore(version.id)
    expect(before).toMatchObject({ reason: 'restore', createdBy: 'Moderation' })
    expect(await agreed()).not.toBe(latest)
    await restore(before!.id)
    expect(await agreed()).toBe(latest)
  })

  test('what was withdrawn since stays withdrawn: an older state releases nothing', async () => {
    const { artefacts } = moderator.roots
    const common = { phase: 'problem', createdAt: 1, authorship: { as: 'anonymous' } } as const
    const fields = { wording: 'Unter uns.', release: 'released' }
    const id = moderator.doc.transact(() => createArtefact(artefacts, { ...common, kind: 'quote', fields }))
    await agreed()
    const version = await live.rooms.saveVersion(live.groupId, 'Freigegeben', 'Moderation')
    setField(artefacts, id, 'release', 'group')
    textOf(artefacts, id, 'wording')!.insert(0, 'Ganz ')
    await agreed()
    await restore(version.id)
    await agreed()
    expect(readArtefact(artefacts, id)!.fields).toMatchObject({ wording: 'Unter uns.', release: 'group' })
  })

  test('a card made after the version is not destroyed by restoring, only taken off the board', async () => {
    const version = await live.rooms.saveVersion(live.groupId, 'Leer', 'Moderation')
    const { id, shapeId } = addNote(participant.doc, 'später')
    await agreed()
    await restore(version.id)
    await agreed()
    expect(participant.roots.board.has(shapeId)).toBe(false)
    expect(readArtefact(participant.roots.artefacts, id)?.fields.text).toBe('später')
  })

  test('restoring changes only what differs, so a text keeps its identity and others’ cursors', async () => {
    const { id } = addNote(participant.doc, 'gleich')
    await agreed()
    const version = await live.rooms.saveVersion(live.groupId, 'Stand', 'Moderation')
    const other = addNote(participant.doc, 'anders')
    await agreed()
    const text = textOf(participant.roots.artefacts, id, 'text')
    await restore(version.id)
    expect(textOf(participant.roots.artefacts, id, 'text')).toBe(text)
    expect(participant.roots.board.has(other.shapeId)).toBe(false)
  })

  test('a version that does not exist, or is another group’s, restores nothing', async () => {
    const other = live.people.group().id
    const version = await live.rooms.saveVersion(other, 'Fremd', 'Moderation')
    const hash = await agreed()
    expect(await restore(version.id)).toBeNull()
    expect(await agreed()).toBe(hash)
    expect(await live.rooms.versionState(live.groupId, version.id)).toBeNull()
  })

  test('S7 whoever wipes the board leaves a version behind, with which it is undone', async () => {
    const cards = Array.from({ length: 30 }, (_, n) => addNote(participant.doc, `Karte ${n}`))
    const before = await agreed()
    participant.doc.transact(() => {
      for (const { shapeId } of cards) participant.roots.board.delete(shapeId)
    })
    await agreed()
    const [version, ...others] = await live.rooms.versions(live.groupId)
    expect(version).toMatchObject({ reason: 'removal', cardCount: 30, createdBy: 'Person 2' })
    expect(others).toEqual([])
    await restore(version!.id)
    expect(await agreed()).toBe(before)
  })

  test('S29 whoever wipes in small steps leaves a version behind before the sum is large', async (context) => {
    const cards = Array.from({ length: 60 }, (_, n) => addNote(participant.doc, `Karte ${n}`))
    await agreed()
    for (let from = 0; from < cards.length; from += 19) {
      participant.doc.transact(() => {
        for (const { shapeId } of cards.slice(from, from + 19)) participant.roots.board.delete(shapeId)
      })
      await live.clock.advance(5_000)
    }
    const [version, ...others] = await live.rooms.versions(live.groupId)
    expect(version).toMatchObject({ reason: 'removal', cardCount: 41 })
    expect(others).toEqual([])
    tellFigure(context, '60 cards, 19 at a time: a version with 41 of them (were none)')
  })

  test('S29 whoever empties the texts of many cards leaves a version behind with their words', async () => {
    const text = 'Was wir gehört haben, in ganzen Sätzen. '.repeat(3)
    const cards = Array.from({ length: 30 }, () => addNote(participant.doc, text))
    await agreed()
    participant.doc.transact(() => {
      for (const { id } of cards) textOf(participant.roots.artefacts, id, 'text')!.delete(0, text.length)
    })
    await agreed()
    const [version] = await live.rooms.versions(live.groupId)
    const state = new Y.Doc()
    Y.applyUpdate(state, (await live.rooms.versionState(live.groupId, version!.id))!)
    const words = [...rootsOf(state).artefacts.keys()].map((id) =>
      textOf(rootsOf(state).artefacts, id, 'text'),
    )
    expect(words.map(String)).toEqual(cards.map(() => text))
  })

  test('tidying up a few cards leaves no version behind', async () => {
    const cards = Array.from({ length: 30 }, (_, n) => addNote(participant.doc, `Karte ${n}`))
    await agreed()
    for (const { shapeId } of cards.slice(0, 10)) participant.roots.board.delete(shapeId)
    await agreed()
    expect(await live.rooms.versions(live.groupId)).toEqual([])
  })

  test('each phase leaves its result behind as a version', async () => {
    addNote(participant.doc, 'Ergebnis')
    await live.tick()
    const command = { type: 'goToPhase', phase: 'solution', pageId: 'page:start' } as const
    moderator.command(command)
    await live.tick()
    const [version] = await live.rooms.versions(live.groupId)
    expect(version).toMatchObject({ reason: 'phase', name: 'problem', cardCount: 1, createdBy: 'Person 1' })
    const state = new Y.Doc()
    Y.applyUpdate(state, (await live.rooms.versionState(live.groupId, version!.id))!)
    expect(contentHash(state)).toBe(await agreed())
  })
})
