import { expect } from '@playwright/test'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import type { Room } from './support/room.ts'
import { text } from './support/texts.ts'

const canvas = (room: Room) => room.page.locator('.tl-canvas')
const FIELD = '.tl-shape[data-shape-type="frame"]'

/** Where the sheet lies in its canvas, and how large it is shown, in whole pixels. */
async function view(room: Room): Promise<{ x: number; y: number; w: number }> {
  const [outer, field] = await Promise.all([
    canvas(room).boundingBox(),
    room.page.locator(FIELD).first().boundingBox(),
  ])
  return {
    x: Math.round(field!.x - outer!.x),
    y: Math.round(field!.y - outer!.y),
    w: Math.round(field!.width),
  }
}

async function zoomOutByHand(room: Room): Promise<void> {
  await canvas(room).hover()
  await room.page.keyboard.down('Control')
  for (let n = 0; n < 3; n++) await room.page.mouse.wheel(0, 60)
  await room.page.keyboard.up('Control')
}

test('what a hand has set stays: through locking, panels, a new card, another width and a look at the list', async ({
  live,
}) => {
  const moderator = await live.moderator()
  const anna = await live.guest({ name: 'Anna' })
  const { page } = anna
  await anna.browseTo('Ideen')
  await expect(page.locator(FIELD).first()).toBeVisible()
  const fitted = await view(anna)
  await zoomOutByHand(anna)
  await expect.poll(async () => (await view(anna)).w).toBeLessThan(fitted.w * 0.9)
  const mine = await view(anna)

  await moderator.dockMenu(text('facilitation.dock.lock'))
  await anna.locked()
  expect(await view(anna), 'locked').toEqual(mine)
  await moderator.dock(text('facilitation.dock.unlock')).click()
  await expect(page.getByText(text('room.notice.locked'))).toHaveCount(0)
  expect(await view(anna), 'unlocked').toEqual(mine)

  await page.getByRole('button', { name: text('room.people.button', { count: 2 }) }).click()
  await expect(page.getByRole('heading', { name: text('room.people.title') })).toBeVisible()
  expect(await view(anna), 'beside a panel').toEqual(mine)
  await page.getByRole('button', { name: text('room.panel.close') }).click()
  expect(await view(anna), 'without the panel').toEqual(mine)

  const step = page.locator('section[data-region=step]')
  await step.getByRole('button', { name: text('kinds.idea.label') }).click()
  await expect(page.locator('.tl-shape textarea')).toBeFocused()
  await page.keyboard.type('Ein Vorschlag')
  await page.keyboard.press('Escape')
  await expect(anna.card('Ein Vorschlag')).toBeVisible()
  expect((await view(anna)).w, 'with a new card').toBe(mine.w)

  const before = await view(anna)
  await page.setViewportSize({ width: 1680, height: 900 })
  await expect.poll(async () => (await canvas(anna).boundingBox())!.width).toBeGreaterThan(1300)
  expect(await view(anna), 'in a wider window').toEqual(before)
  await anna.show('list')
  await anna.show('board')
  await expect.poll(() => view(anna), 'after a look at the list').toEqual(before)
})

test('following lasts over pages and bars, says so as long as it does, and ends by a move of one’s own', async ({
  live,
}) => {
  const moderator = await live.moderator()
  const anna = await live.guest({ name: 'Anna' })
  const { page } = moderator
  await expect(anna.page.locator(FIELD).first()).toBeVisible()
  await expect(page.locator(FIELD).first()).toBeVisible()
  await page.getByRole('button', { name: text('room.people.button', { count: 2 }) }).click()
  await page.getByRole('button', { name: text('room.people.followName', { name: 'Anna' }) }).click()
  const notice = page.getByText(text('board.follow.now', { name: 'Anna' }))
  await expect(notice).toBeVisible()
  await anna.browseTo('Ideen')
  await moderator.onPage('Ideen')
  await expect(notice).toBeVisible()
  await page.getByRole('button', { name: text('room.panel.close') }).click()
  await zoomOutByHand(anna)
  const [theirs, ours] = [anna.page.locator(FIELD).first(), page.locator(FIELD).first()]
  await expect
    .poll(async () => {
      const [a, b] = [await theirs.boundingBox(), await ours.boundingBox()]
      return Math.abs(a!.width / b!.width - 1)
    })
    .toBeLessThan(0.25)
  await expect(notice).toBeVisible()
  await picture(page, '80-following')

  await canvas(moderator).hover()
  await page.mouse.wheel(0, 120)
  await expect(notice).toHaveCount(0)
  await anna.browseTo('Personas')
  await anna.saved()
  await moderator.onPage('Ideen')
})

test('the browser’s back and forward turn pages, also back from where the moderation led', async ({
  live,
}) => {
  const moderator = await live.moderator()
  const anna = await live.guest({ name: 'Anna' })
  await anna.browseTo('Ideen')
  await anna.browseTo('Personas')
  await anna.page.goBack()
  await anna.onPage('Ideen')
  await anna.page.goBack()
  await anna.onPage('Interviews & O-Töne')
  await anna.page.goForward()
  await anna.onPage('Ideen')
  await moderator.browseTo('Personas')
  await moderator.dock(text('facilitation.dock.openForAll', { page: 'Personas' })).click()
  await anna.onPage('Personas')
  await anna.page.goBack()
  await anna.onPage('Ideen')
  await anna.saved()
})

test('after a turn of the page keys, wheel and clipboard are the board’s at once', async ({ live }) => {
  const anna = await live.guest({ name: 'Anna' })
  const { page } = anna
  await expect(page.locator(FIELD).first()).toBeVisible()
  await anna.browseTo('Ideen')
  await expect(page.locator('.tl-container__focused')).toBeVisible()
  await page.keyboard.type('(noch offen) ein Weg')
  await page.keyboard.press('Escape')
  await expect(anna.card('(noch offen) ein Weg')).toBeVisible()

  await anna.browseTo('2×2-Matrix')
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', 'Eingefügt')
    document.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await expect(anna.card('Eingefügt')).toBeVisible()

  await anna.browseTo('Personas')
  const top = (await view(anna)).y
  const { x, y, width, height } = (await canvas(anna).boundingBox())!
  await page.getByRole('button', { name: text('room.step.raiseHand') }).focus()
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.wheel(0, 90)
  await expect.poll(async () => (await view(anna)).y).toBeLessThan(top)
  await expect(page.getByRole('button', { name: text('room.step.raiseHand') })).toBeFocused()
})

test('the list of pages comes back with the width, unless somebody folded it', async ({ live }) => {
  const anna = await live.guest({ name: 'Anna' })
  const { page } = anna
  const fold = page.getByRole('button', { name: text('room.phases.collapse') })
  const unfold = page.getByRole('button', { name: text('room.phases.expand') })
  await expect(fold).toBeVisible()
  await page.setViewportSize({ width: 900, height: 700 })
  await expect(unfold).toBeVisible()
  const name = page.getByRole('heading', { level: 1 })
  expect(await name.evaluate((box) => box.scrollWidth - box.clientWidth), 'the group’s name is whole').toBe(0)
  await picture(page, '81-room-900')
  await page.setViewportSize({ width: 1366, height: 768 })
  await expect(fold).toBeVisible()
  await page.getByRole('button', { name: text('room.people.button', { count: 1 }) }).click()
  await expect(unfold).toBeVisible()
  // With the names folded the whole sheet can be read beside the panel
  await expect(page.getByRole('button', { name: /^Ansicht, 70/ })).toBeVisible()
  await page.getByRole('button', { name: text('room.panel.close') }).click()
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(fold).toBeVisible()
  await fold.click()
  await page.setViewportSize({ width: 900, height: 700 })
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(unfold).toBeVisible()
})

test('a phone’s board is shown whole by one press, and the moderator’s bar fits it', async ({ live }) => {
  const moderator = await live.guest({ name: 'Mo', role: 'moderator', device: 'phone' })
  const { page } = moderator
  await moderator.browseOnPhone('Ideen')
  await moderator.show('board')
  await page.getByRole('button', { name: text('board.tools.showAll') }).click()
  const fields = page.locator(FIELD)
  await expect(async () => {
    for (const field of await fields.all()) await expect(field).toBeInViewport({ ratio: 0.99, timeout: 500 })
  }).toPass()
  await picture(page, '82-phone-all')
  const dock = page.getByRole('region', { name: text('facilitation.dock.label') })
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    for (const button of await dock.getByRole('button').all())
      await expect(button).toBeInViewport({ ratio: 1 })
    expect(await dock.evaluate((row) => row.scrollWidth - row.clientWidth)).toBeLessThanOrEqual(0)
    await picture(page, `83-phone-dock-${width}`)
  }
  await moderator.dockMenu(text('facilitation.timer.start'))
  await page
    .getByRole('button', { name: text('facilitation.timer.preset', { count: 3 }), exact: true })
    .click()
  await expect(moderator.timer()).toBeVisible()
  await moderator.dock(text('facilitation.dock.more')).click()
  await expect(page.getByRole('menuitem', { name: text('facilitation.timer.pause') })).toBeVisible()
  await picture(page, '84-phone-dock-menu')
})
