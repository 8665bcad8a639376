import { expect } from '@playwright/test'
import * as Y from 'yjs'
import { createArtefact } from '#shared/document/artefacts.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { text } from './support/texts.ts'

test('an observer sees everything live and has nothing to write with', async ({ live }) => {
  const moderator = await live.moderator()
  const observer = await live.guest({ name: 'Olga Beobachterin', role: 'observer' })
  await moderator.writeNote('Für alle zu lesen')
  await expect(observer.card('Für alle zu lesen')).toBeVisible()
  await expect(observer.page.getByText(text('room.step.observing'))).toBeVisible()
  await expect(
    observer.page.getByRole('button', { name: text('room.step.addCard'), exact: true }),
  ).toHaveCount(0)
  await expectAccessible(observer.page, 'observer')

  const canvas = (await observer.page.locator('#room-content').boundingBox())!
  await observer.page.mouse.dblclick(canvas.x + canvas.width / 2, canvas.y + canvas.height * 0.8)
  await observer.page.keyboard.type('n Das darf nicht gehen')
  await observer.show('list')
  await expect(observer.line('Für alle zu lesen')).toBeVisible()
  await expect(observer.kindsOfCards()).toHaveCount(0)
  await observer.line('Für alle zu lesen').click()
  await expect(observer.field('note', 'text')).not.toBeEditable()

  await moderator.writeNote('Danach')
  await expect(observer.line('Danach')).toBeVisible()
  await expect(moderator.line('Das darf nicht gehen')).toHaveCount(0)
})

test('S6: an observer’s update is refused even when the page is bypassed', async ({ live }) => {
  const moderator = await live.moderator()
  const observer = await live.guest({ name: 'Olga Beobachterin', role: 'observer' })
  await moderator.show('list')

  const address = `${live.path.replace(/^.*gruppe\//, '/sync/')}`
  const answer = await observer.page.evaluate(sendRaw, { address, frame: [...smuggledCard()] })
  expect(answer, 'the server answers with a refusal or closes').not.toBe('accepted')

  await moderator.writeNote('Danach geschrieben')
  await expect(moderator.line('Geschmuggelt')).toHaveCount(0)
})

/** Message sync (0), update (2), with an update that creates and places a card. */
function smuggledCard(): Uint8Array {
  const doc = new Y.Doc()
  const { artefacts, board } = rootsOf(doc)
  const artefactId = createArtefact(artefacts, {
    kind: 'note',
    phase: 'preparation',
    createdAt: 1_800_000_000_000,
    authorship: { as: 'anonymous' },
    fields: { text: 'Geschmuggelt' },
  })
  placeArtefact(board, { artefactId, parentId: 'page:preparation-interviews', x: 0, y: 0, w: 200, h: 160 })
  const update = Y.encodeStateAsUpdate(doc)
  const length: number[] = []
  for (let rest = update.length; ; rest >>= 7) {
    length.push(rest > 127 ? (rest & 127) | 128 : rest)
    if (rest <= 127) break
  }
  return Uint8Array.from([0, 2, ...length, ...update])
}

/** Runs in the observer's page: a socket of its own with the observer's cookie. */
function sendRaw({ address, frame }: { address: string; frame: number[] }): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${address}`)
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('open', () => socket.send(Uint8Array.from(frame)))
    socket.addEventListener('close', ({ code }) => resolve(`closed ${code}`))
    socket.addEventListener('message', ({ data }) => {
      // Acknowledgement (101): durable (0) or refused (1).
      const [type, kind] = new Uint8Array(data as ArrayBuffer)
      if (type === 101) resolve(kind === 0 ? 'accepted' : 'refused')
    })
  })
}
