import { expect } from '@playwright/test'
import { workshopFileSchema } from '#shared/report/workshop-file.ts'
import type { LiveRoom } from './support/live-room.ts'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import type { Room } from './support/room.ts'
import { text } from './support/texts.ts'

const step = text('kinds.journey.fields.stages.item')
const stepName = (n: number) => text('artefacts.items.name', { item: step, n })
const row = (room: Room, n: number) =>
  room.panel('journey').getByRole('group', { name: stepName(n), exact: true })
const whatHappens = (room: Room, n: number) =>
  row(room, n).getByLabel(text('kinds.journey.fields.stages.fields.action.label'), { exact: true })

test('two people write in one row of a journey, put its steps in order by keys and by drag, and undo each their own', async ({
  live,
}) => {
  test.setTimeout(180_000)
  const anna = await live.guest({ name: 'Anna' })
  const jonas = await live.guest({ name: 'Jonas' })
  const rooms = [anna, jonas]
  await anna.createInList('journey', 'Vom Brief zum Geld')
  await anna.line('Vom Brief zum Geld').click()
  const add = anna.panel('journey').getByRole('button', { name: text('artefacts.items.add', { item: step }) })
  for (const [n, words] of ['ruft an', 'wartet', 'bekommt Geld'].entries()) {
    await add.click()
    await whatHappens(anna, n + 1).fill(words)
  }
  await jonas.show('list')
  await jonas.line('Vom Brief zum Geld').click()
  await expect(whatHappens(jonas, 3)).toHaveValue('bekommt Geld')

  await whatHappens(anna, 1).press('Control+Home')
  await whatHappens(jonas, 1).press('Control+End')
  await Promise.all([
    anna.page.keyboard.type('Maren ', { delay: 15 }),
    jonas.page.keyboard.type(' im Rathaus', { delay: 15 }),
  ])
  for (const room of rooms) await expect(whatHappens(room, 1)).toHaveValue('Maren ruft an im Rathaus')
  await picture(jonas.page, '90-zwei-in-einer-zeile')

  await whatHappens(anna, 3).press('Alt+ArrowUp')
  for (const room of rooms) await expect(whatHappens(room, 2)).toHaveValue('bekommt Geld')
  await expect(whatHappens(anna, 2)).toBeFocused()
  await whatHappens(jonas, 3).fill('wartet lange')
  await expect(whatHappens(anna, 3)).toHaveValue('wartet lange')
  await anna.page.keyboard.press('Escape')
  await anna.page.getByRole('treegrid').getByRole('row').first().focus()
  await anna.page.keyboard.press('Control+z')
  await anna.line('Vom Brief zum Geld').click()
  for (const room of rooms) {
    await expect(whatHappens(room, 2)).toHaveValue('wartet lange')
    await expect(whatHappens(room, 3)).toHaveValue('bekommt Geld')
  }

  // All of the rows in sight, as on a large screen
  await jonas.page.setViewportSize({ width: 1440, height: 2600 })
  const handle = row(jonas, 1).getByTitle(text('artefacts.items.drag', { name: stepName(1) }))
  await handle.scrollIntoViewIfNeeded()
  const from = (await handle.boundingBox())!
  await jonas.page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await jonas.page.mouse.down()
  const below = (await row(jonas, 2).boundingBox())!
  await jonas.page.mouse.move(from.x + from.width / 2, below.y + below.height - 10, { steps: 8 })
  await picture(jonas.page, '91-zeile-gezogen')
  await jonas.page.mouse.up()
  for (const room of rooms) await expect(whatHappens(room, 2)).toHaveValue('Maren ruft an im Rathaus')
  for (const room of rooms) await room.saved()
})

test('a sketch is drawn on a card, and the other one sees it @long', async ({ live }) => {
  const anna = await live.guest({ name: 'Anna' })
  const jonas = await live.guest({ name: 'Jonas' })
  await anna.createInList('idea', 'Ein Briefkasten, der antwortet')
  await anna.line('Ein Briefkasten').click()
  await anna
    .panel('idea')
    .getByRole('button', { name: text('artefacts.image.draw'), exact: true })
    .click()
  const dialog = anna.page.getByRole('dialog', { name: text('artefacts.image.sketch.title') })
  const paper = (await dialog.getByLabel(text('artefacts.image.sketch.paper')).boundingBox())!
  await anna.page.mouse.move(paper.x + 60, paper.y + 60)
  await anna.page.mouse.down()
  await anna.page.mouse.move(paper.x + 260, paper.y + 160, { steps: 6 })
  await anna.page.mouse.up()
  await picture(anna.page, '92-skizze')
  await dialog.getByRole('button', { name: text('artefacts.image.sketch.take') }).click()
  await expect(dialog).toBeHidden()
  await jonas.show('list')
  await jonas.line('Ein Briefkasten').click()
  const drawn = jonas.panel('idea').getByRole('img', { name: /Ein Briefkasten/ })
  await expect
    .poll(() => drawn.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(100)
  await jonas.page.keyboard.press('Escape')
  await jonas.show('board')
  await picture(jonas.page, '93-skizze-auf-der-karte')
  await anna.saved()
})

/** Where a card lies: on which one, and at what worth on both axes. */
async function placeOf(live: LiveRoom, words: string) {
  const file = workshopFileSchema.parse(JSON.parse(await live.file('json')))
  const { artefacts, board } = file.groups.find(({ kind }) => kind === 'project')!.document
  const { id } = artefacts.find(({ fields }) => fields.text === words)!
  const lying = board.filter((record) => (record.props as { artefactId?: string })?.artefactId === id)
  expect(lying, 'a card is in one place').toHaveLength(1)
  const { parentId, meta } = lying[0]!
  const [, x, y] = ((meta as { at?: unknown[] }).at ?? []) as [string, number, number]
  const matrix = board.find((record) => record.id === parentId)
  return { isOnCard: matrix?.type === 'card', x, y }
}

test('a card goes onto a matrix by drag and along it by arrow keys, and for two who move it at once it is in one place @long', async ({
  live,
}) => {
  test.setTimeout(180_000)
  const anna = await live.guest({ name: 'Anna' })
  const jonas = await live.guest({ name: 'Jonas' })
  const { page } = anna
  await anna.browseTo('2×2-Matrix')
  // The board leads to what was written last, and the note lies above it: both in sight, as on a large screen
  await page.setViewportSize({ width: 1440, height: 1600 })
  await anna.writeNote('Wartezeit')
  await anna.createInList('matrix', 'Wo drückt es')
  await anna.show('board')
  const [card, matrix] = [anna.card('Wartezeit'), anna.card('Wo drückt es')]
  await expect(matrix).toBeVisible()
  /** Where a browser shows the card, as a share of the matrix: each looks at the board in its own size. */
  const sharesOf = async (room: Room) => {
    const [inner, outer] = await Promise.all(
      ['Wartezeit', 'Wo drückt es'].map(async (words) => (await room.card(words).boundingBox())!),
    )
    return { across: (inner!.x - outer!.x) / outer!.width, down: (inner!.y - outer!.y) / outer!.height }
  }
  const into = async (acrossShare: number, upShare: number) => {
    const [from, to] = [(await card.boundingBox())!, (await matrix.boundingBox())!]
    await page.mouse.move(from.x + from.width / 2, from.y + 8)
    await page.mouse.down()
    await page.mouse.move(to.x + to.width * acrossShare, to.y + to.height * upShare, { steps: 12 })
    await picture(page, '94-auf-die-matrix-gezogen')
    await page.mouse.up()
    await anna.saved()
  }
  await into(0.7, 0.45)
  await expect.poll(async () => (await placeOf(live, 'Wartezeit')).x).toBeGreaterThan(50)
  const dragged = await placeOf(live, 'Wartezeit')
  expect(dragged.isOnCard).toBe(true)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await anna.saved()
  await expect.poll(async () => (await placeOf(live, 'Wartezeit')).x).toBeLessThan(dragged.x)
  await picture(page, '95-auf-der-matrix')

  // Both at once, each to a place of their own
  await jonas.browseTo('2×2-Matrix')
  await jonas.show('list')
  await jonas.line('Wartezeit').focus()
  await jonas.page.keyboard.press('v')
  const dialog = jonas.page.getByRole('dialog', { name: text('list.move.title', { count: 1 }) })
  await dialog.getByLabel(text('list.move.across')).fill('10')
  await dialog.getByLabel(text('list.move.up')).fill('90')
  const before = await placeOf(live, 'Wartezeit')
  await Promise.all([
    dialog.getByRole('button', { name: text('list.move.run') }).click(),
    page.keyboard.press('ArrowRight'),
  ])
  for (const room of [anna, jonas]) await room.saved()
  await expect
    .poll(async () => {
      const { x, y } = await placeOf(live, 'Wartezeit')
      return x !== before.x || y !== before.y
    })
    .toBe(true)
  expect((await placeOf(live, 'Wartezeit')).isOnCard).toBe(true)
  await jonas.show('board')
  await expect
    .poll(async () => {
      const [hers, his] = await Promise.all([anna, jonas].map(sharesOf))
      return Math.max(Math.abs(hers!.across - his!.across), Math.abs(hers!.down - his!.down))
    }, 'both see it at one place')
    .toBeLessThan(0.02)
})
