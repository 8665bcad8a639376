import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { TFunction } from 'i18next'
import { tellRemoved, withoutReplaced } from '#client/artefacts/removal-message.ts'
import { createCard, takeManyOffBoard } from '#client/artefacts/card-actions.ts'
import { mergeCards } from '#client/artefacts/clusters/cluster-actions.ts'
import { followRemovals } from '#client/session/removals.ts'
import { toasts } from '#client/ui/toasts.ts'
import { newId, type ArtefactId } from '#shared/base/ids.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { layPages, memorySession } from '#tests/support/room-session.ts'

const t = ((key: string, { count }: { count?: number } = {}) => `${key} ${count}`) as unknown as TFunction

afterEach(() => toasts.snapshot().forEach(({ id }) => toasts.dismiss(id)))

function boardOf(count: number) {
  const session = memorySession({ doc: new Y.Doc() })
  layPages(session.roots)
  const spot = { parentId: 'page:one', x: 0, y: 0, w: 200, h: 160 }
  const ids = Array.from({ length: count }, () =>
    placeArtefact(session.roots.board, { artefactId: newId<ArtefactId>(), ...spot }),
  )
  const remove = (...which: string[]) => tellRemoved(session, t, takeManyOffBoard(session, which))
  const there = () => ids.filter((id) => session.roots.board.has(id))
  return { session, ids, remove, there }
}

test('a board that is emptied in steps comes back whole, by one message', () => {
  const { ids, remove, there } = boardOf(9)
  for (const at of [0, 3, 6]) remove(...ids.slice(at, at + 3))
  expect(there()).toEqual([])
  expect(toasts.snapshot().map(({ text }) => text)).toEqual(['board.removed.many 9'])
  toasts.snapshot()[0]!.action!.run()
  expect(there()).toEqual(ids)
})

test('what came back meanwhile, or is told of twice, is counted once', () => {
  const { session, ids, remove } = boardOf(4)
  remove(ids[0]!, ids[1]!)
  toasts.snapshot()[0]!.action!.run()
  const gone = takeManyOffBoard(session, ids.slice(1))
  tellRemoved(session, t, gone)
  tellRemoved(session, t, gone)
  expect(toasts.snapshot().map(({ text }) => text)).toEqual(['board.removed.many 3'])
})

test('another room brings back its own', () => {
  const [one, other] = [boardOf(3), boardOf(3)]
  one.remove(...one.ids)
  other.remove(...other.ids)
  toasts.snapshot().at(-1)!.action!.run()
  expect([one.there(), other.there()]).toEqual([[], other.ids])
})

test('cards that were merged into one are not missing', () => {
  const { session } = boardOf(0)
  const add = () => createCard(session, { kind: 'note', parentId: 'page:one' })!
  const [kept, ...others] = [add(), add(), add(), add()]
  const missing: number[] = []
  followRemovals(session.roots, (gone) =>
    missing.push(gone.length, withoutReplaced(session.roots, gone).length),
  )
  mergeCards(
    session,
    kept.artefactId,
    others.map(({ artefactId }) => artefactId),
  )
  session.history.undo()
  takeManyOffBoard(
    session,
    [kept, ...others].map(({ shapeId }) => shapeId),
  )
  expect(missing).toEqual([3, 0, 4, 4])
})
