import { expect, type Page } from '@playwright/test'
import { test } from './support/fixtures.ts'
import { drop } from './support/dropped-file.ts'
import { picture } from './support/pictures.ts'
import { text } from './support/texts.ts'

test('who writes on a card that somebody takes off the board goes on in the same text', async ({ live }) => {
  const anna = await live.guest({ name: 'Anna' })
  const jonas = await live.guest({ name: 'Jonas' })
  await anna.writeNote('Der Antrag')
  await jonas.show('list')
  await expect(jonas.line('Der Antrag')).toBeVisible()
  await anna.show('board')
  await anna.card('Der Antrag').click()
  await anna.page.keyboard.press('Enter')
  const writing = anna.page.locator('.tl-shape textarea')
  await expect(writing).toBeFocused()
  await anna.page.keyboard.type(' liegt ')
  await expect(jonas.line('Der Antrag liegt')).toBeVisible()

  await jonas.line('Der Antrag liegt').focus()
  await jonas.page.keyboard.press('Delete')
  await expect(anna.card('Der Antrag liegt')).toHaveCount(0)
  // Typed on at once, wherever the cursor is by now
  await anna.page.keyboard.type('seit Wochen im Amt.', { delay: 15 })
  await expect(anna.field('note', 'text')).toHaveValue('Der Antrag liegt seit Wochen im Amt.')
  await expect(anna.page.getByText(text('board.takenAway'))).toBeVisible()
  await picture(anna.page, '60-taken-away')
  await expect(anna.page.locator('.tl-shape[data-shape-type="card"]')).toHaveCount(0)

  await anna.page.getByRole('button', { name: text('artefacts.panel.putBack') }).click()
  await expect(jonas.line('Der Antrag liegt seit Wochen im Amt.')).toBeVisible()
})

test('a picture that is not taken leaves nothing on the board, and why is said', async ({ live }) => {
  const anna = await live.guest({ name: 'Anna' })
  const pictures = anna.page.locator('.tl-shape[data-shape-type="image"]')
  await anna.show('board')
  await expect(anna.page.locator('.tl-canvas')).toBeVisible()

  await drop(anna.page, 'plan.svg', 'image/svg+xml', '<svg/>')
  await expect(anna.page.getByText(text('board.images.wrongType'))).toBeVisible()

  const uploads = '**/assets'
  await anna.page.route(uploads, (route) => route.fulfill({ status: 413, body: 'too large' }))
  await drop(anna.page, 'foto.png', 'image/png', null)
  await expect(anna.page.getByText(text('board.images.refusedSize'))).toBeVisible()
  await picture(anna.page, '61-picture-refused')
  await anna.page.unroute(uploads)
  await anna.page.route(uploads, (route) => route.abort())
  await drop(anna.page, 'foto.png', 'image/png', null)
  await expect(anna.page.getByText(text('board.images.offline'))).toBeVisible()
  await anna.page.unroute(uploads)
  await expect(pictures).toHaveCount(0)

  await drop(anna.page, 'foto.png', 'image/png', null)
  await expect(pictures).toHaveCount(1)
})

test('a browser that can keep nothing says so while there is no connection, and asks before it closes', async ({
  installation,
  live,
}) => {
  const anna = await live.guest({ name: 'Anna' })
  await anna.page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  await anna.page.reload()
  await anna.saved()
  await anna.writeNote('Noch da')
  await anna.saved()
  await installation.stop()
  await anna.offline()
  await expect(anna.page.getByText(text('room.notice.offlineNoCopy'))).toBeVisible()
  await picture(anna.page, '62-no-copy')
  await anna.line('Noch da').click()
  await anna.field('note', 'text').press('End')
  await anna.field('note', 'text').pressSequentially(' und mehr')
  const asked = anna.page.waitForEvent('dialog')
  void anna.page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await installation.run()
  await anna.saved()
})

test('a browser whose storage runs full without a connection says so, and asks before it closes @long', async ({
  installation,
  live,
}) => {
  const anna = await live.guest({ name: 'Anna' })
  const { page } = anna
  await anna.writeNote('Noch da')
  await anna.saved()
  await anna.line('Noch da').click()
  await installation.stop()
  await anna.offline()
  await expect(page.getByText(text('room.notice.offline'))).toBeVisible()

  const browser = await page.context().newCDPSession(page)
  const { origin } = installation
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  const noCopy = page.getByText(text('room.notice.offlineNoCopy'))
  // Chromium believes for half a minute what it knew of the space that is left
  await expect(async () => {
    await anna.field('note', 'text').press('End')
    await anna.field('note', 'text').pressSequentially(' mehr')
    await expect(noCopy).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
  await picture(page, '64-storage-full')
  const asked = page.waitForEvent('dialog')
  void page.close({ runBeforeUnload: true })
  await (await asked).dismiss()

  await installation.run()
  await anna.saved()

  // Full from the start: nothing is promised either
  await page.reload()
  await anna.saved()
  await installation.stop()
  await anna.offline()
  await expect(noCopy).toBeVisible()
})

test('whoever leaves in the room, with an account or without, leaves nothing on the device', async ({
  live,
}) => {
  const [moderator, guest] = [await live.moderator(), await live.guest({ name: 'Anna' })]
  await moderator.writeNote('Nur für uns')
  expect(await keptOn(moderator.page)).not.toEqual([])
  await leave(moderator.page, 'Mara Moderation', text('common.logOut'))

  expect(await keptOn(guest.page)).not.toEqual([])
  await leave(guest.page, text('account.own.guest'), text('account.own.leave'))
})

async function leave(page: Page, menu: string, way: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click()
  await page.getByRole('menuitem', { name: way, exact: true }).click()
  const sure = page.getByRole('dialog').getByRole('button', { name: way, exact: true })
  if (way === text('account.own.leave')) await sure.click()
  await expect(page).toHaveURL('/')
  await expect.poll(() => keptOn(page)).toEqual([])
  expect(await page.context().cookies()).toEqual([])
}

/** Names of everything that a browser keeps for this page. */
function keptOn(page: Page): Promise<string[]> {
  return page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
    ...(await caches.keys()),
  ])
}
