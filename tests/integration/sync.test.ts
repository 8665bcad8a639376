import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { placeArtefact } from '#shared/document/placements.ts'
import { createArtefact, readArtefact, textOf } from '#shared/document/artefacts.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { docHolds, synced, SyncServer } from '#tests/support/sync-server.ts'

let server: SyncServer
beforeEach(async () => {
  server = await SyncServer.start()
})
afterEach(() => server.stop())

const authorship = { as: 'anonymous' } as const

describe('stock y-websocket clients', () => {
  test('two of them see each other’s cards and type into one text', async () => {
    const group = server.people.group()
    const [a, b] = [server.people.member(), server.people.member()]
    const left = server.connect(group.id, a.id)
    const right = server.connect(group.id, b.id)
    await Promise.all([synced(left), synced(right)])

    const here = rootsOf(left.doc)
    const id = left.doc.transact(() => {
      const note = createArtefact(here.artefacts, {
        kind: 'note',
        phase: 'problem',
        createdAt: 1,
        authorship,
      })
      placeArtefact(here.board, { artefactId: note, parentId: 'page:1', x: 1, y: 2, w: 200, h: 160 })
      return note
    })
    const there = rootsOf(right.doc)
    await docHolds(right.doc, () => readArtefact(there.artefacts, id) !== null)

    textOf(here.artefacts, id, 'text')!.insert(0, 'Guten')
    textOf(there.artefacts, id, 'text')!.insert(0, 'Tag ')
    const both = (text: string | undefined) => text?.includes('Guten') && text.includes('Tag')
    await docHolds(left.doc, () => !!both(textOf(here.artefacts, id, 'text')?.toString()))
    await docHolds(right.doc, () => !!both(textOf(there.artefacts, id, 'text')?.toString()))
    expect(textOf(here.artefacts, id, 'text')!.toString()).toBe(
      textOf(there.artefacts, id, 'text')!.toString(),
    )
  })

  test('presence travels without identity and ends with the connection', async () => {
    const group = server.people.group()
    const left = server.connect(group.id, server.people.member().id)
    const right = server.connect(group.id, server.people.member().id)
    await Promise.all([synced(left), synced(right)])
    left.awareness.setLocalState({ c: [10, 20], user: { name: '<b>Somebody else</b>' } })
    const appeared = new Promise<void>((resolve) =>
      right.awareness.on('change', () => {
        if (right.awareness.getStates().get(left.doc.clientID)?.c) resolve()
      }),
    )
    await appeared
    expect(right.awareness.getStates().get(left.doc.clientID)).toEqual({ c: [10, 20] })
    const gone = new Promise<void>((resolve) =>
      right.awareness.on('change', ({ removed }: { removed: number[] }) => {
        if (removed.includes(left.doc.clientID)) resolve()
      }),
    )
    left.disconnect()
    await gone
  })
})
