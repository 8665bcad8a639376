import { expect, type Page } from '@playwright/test'
import { test } from './support/fixtures.ts'
import { tinyPng } from '#tests/support/images.ts'
import { drop } from './support/dropped-file.ts'
import { picture } from './support/pictures.ts'
import { Room } from './support/room.ts'
import { text } from './support/texts.ts'

test('what is pasted into another group brings its images along, portraits too, and one that cannot come is named', async ({
  live,
}) => {
  const mara = await live.moderator()
  const { page } = mara
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await mara.createInList('persona', 'Frau Yıldız')
  await mara.line('Frau Yıldız').click()
  const portrait = { name: 'portrait.png', mimeType: 'image/png', buffer: tinyPng }
  await mara.panel('persona').locator('input[type=file]').setInputFiles(portrait)
  await expect(mara.panel('persona').locator('img')).toBeVisible()
  await mara.saved()
  await mara.show('board')
  await expect(mara.card('Frau Yıldız')).toHaveCount(1)
  await drop(page, 'plan.png', 'image/png', null)
  await expect(page.locator('.tl-shape[data-shape-type="image"]')).toHaveCount(1)
  await mara.saved()
  await copyAll(page)

  const plenum = live.workshop.groups.find(({ id }) => id !== live.groupId)!.id
  await page.goto(`/werkstatt/${live.workshop.id}/gruppe/${plenum}`)
  const there = new Room(page)
  await there.saved()
  await there.show('board')
  await paste(page)
  await expect(there.card('Frau Yıldız')).toHaveCount(1)
  await expect(page.locator('.tl-shape[data-shape-type="image"]')).toHaveCount(1)
  await there.saved()
  // Both are files of this group now, and can be seen
  const addresses = () =>
    page
      .locator('.tl-canvas')
      .locator('img, image')
      .evaluateAll((all) => all.map((one) => one.getAttribute('src') ?? one.getAttribute('href') ?? ''))
      .then((all) => all.filter((one) => one.includes('/assets/')))
  await expect.poll(async () => (await addresses()).length).toBe(2)
  for (const address of await addresses()) {
    expect(address).toContain(plenum)
    expect((await page.request.get(address)).status()).toBe(200)
  }
  await picture(page, '63-brought-along')

  // A clipboard from a group that this person may not see any more
  await page.route('**/assets/copies', (route) =>
    route.fulfill({ status: 403, json: { error: { code: 'forbidden' } } }),
  )
  await page.goto(live.path)
  await mara.saved()
  await mara.show('board')
  await copyAll(page)
  await page.goto(`/werkstatt/${live.workshop.id}/gruppe/${plenum}`)
  await there.saved()
  await there.show('board')
  const cards = page.locator('.tl-shape[data-shape-type="card"]')
  await expect(there.card('Frau Yıldız')).toHaveCount(1)
  const before = await cards.count()
  await paste(page)
  await expect(page.getByText(text('board.images.notYours'))).toBeVisible()
  await expect(cards).toHaveCount(before + 1)
  // The picture on the board has been a file of this group since the first time
  await expect(page.locator('.tl-shape[data-shape-type="image"]')).toHaveCount(2)
  await picture(page, '64-left-behind')
})

async function copyAll(page: Page): Promise<void> {
  await intoTheCanvas(page)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  // The clipboard is written behind the key
  const held = () =>
    page
      .evaluate(async () => {
        const [item] = await navigator.clipboard.read()
        return item ? (await (await item.getType('text/html')).text()).includes('data-tldraw') : false
      })
      .catch(() => false)
  await expect.poll(held).toBe(true)
}

async function paste(page: Page): Promise<void> {
  await intoTheCanvas(page)
  await page.keyboard.press('Control+v')
}

/** Once it is there with all that lies on it. */
async function intoTheCanvas(page: Page): Promise<void> {
  await expect(page.locator('.tl-shape').first()).toBeVisible()
  const canvas = page.locator('.tl-container')
  await canvas.focus()
  await expect(canvas).toBeFocused()
}
