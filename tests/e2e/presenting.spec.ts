import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import { text } from './support/texts.ts'

/** Where the board of a page stands, as its window shows it. */
const camera = (page: Page) =>
  page
    .locator('.tl-html-layer')
    .first()
    .evaluate((layer) => layer.style.transform)

test.setTimeout(400_000)

test('what one presents the others see, leave and come back to; notes reach nobody else', async ({
  live,
}) => {
  const mara = await live.moderator()
  const toni = await live.guest({ name: 'Toni Teil' })
  const phone = await live.guest({ name: 'Imke Handy', device: 'phone' })
  for (const room of [mara, toni]) await room.show('board')
  const received: string[] = []
  toni.page.on('response', (response) => {
    if (response.url().includes('/api/'))
      void response.text().then(
        (body) => received.push(body),
        () => undefined,
      )
  })
  toni.page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => received.push(payload.toString())),
  )
  await toni.page.reload()
  await toni.saved()
  await toni.show('board')

  const mode = `${text('agenda.modes.present')}`
  await mara.dock(text('facilitation.dock.more')).click()
  await mara.page.getByRole('menuitemradio', { name: mode, exact: true }).click()
  const band = mara.page.getByRole('region', { name: text('present.mine') })
  await expect(band).toBeVisible()
  const shown = toni.page.getByRole('region', { name: text('present.theirs', { name: 'Mara Moderation' }) })
  await expect(shown).toBeVisible()

  await test.step('a key shows the first frame to everybody', async () => {
    const before = await camera(toni.page)
    await mara.page.keyboard.press('PageDown')
    await expect(band.getByText(/^Folie 1 von /)).toBeVisible()
    await expect(shown.getByText(/^Folie 1 von /)).toBeVisible()
    await expect.poll(() => camera(toni.page)).not.toBe(before)
    await picture(mara.page, '70-presenting')
    await picture(toni.page, '71-following')
    await picture(phone.page, '72-following-phone')
    await expectAccessible(mara.page, 'presenting')
  })

  await test.step('notes are the presenter’s', async () => {
    await band.getByRole('button', { name: text('present.notes'), exact: true }).click()
    const notes = mara.page.getByRole('region', { name: text('present.notes') })
    await notes.getByRole('textbox').fill('Nicht über Kosten sprechen')
    await expect(notes.getByText(text('present.notesSaved'))).toBeVisible()
    await expectAccessible(mara.page, 'presenting with notes')
    await band.getByRole('button', { name: text('present.next') }).click()
    await expect(notes.getByRole('textbox')).toHaveValue('')
    await band.getByRole('button', { name: text('present.previous') }).click()
    await expect(notes.getByRole('textbox')).toHaveValue('Nicht über Kosten sprechen')
    await picture(mara.page, '73-notes')
    await band.getByRole('button', { name: text('present.notes'), exact: true }).click()
  })

  await test.step('the laser is seen by those who follow', async () => {
    await band.getByRole('button', { name: text('present.laser') }).click()
    const canvas = (await mara.page.locator('.tl-canvas').boundingBox())!
    await mara.page.mouse.move(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2)
    await mara.page.mouse.move(canvas.x + canvas.width / 2 + 20, canvas.y + canvas.height / 2 + 10)
    await expect(toni.page.locator('[class*=laser]').first()).toBeVisible()
    await picture(toni.page, '74-laser')
  })

  await test.step('moving the board is leaving, one click comes back', async () => {
    const canvas = (await toni.page.locator('.tl-canvas').boundingBox())!
    await toni.page.mouse.move(canvas.x + 300, canvas.y + 300)
    await toni.page.mouse.wheel(0, 400)
    const back = toni.page.getByRole('button', { name: text('present.comeBack') })
    await expect(back).toBeVisible()
    const away = await camera(toni.page)
    await mara.page.keyboard.press('PageDown')
    await expect(band.getByText(/^Folie 2 von /)).toBeVisible()
    expect(await camera(toni.page)).toBe(away)
    await back.click()
    await expect(shown.getByText(/^Folie 2 von /)).toBeVisible()
    await expect.poll(() => camera(toni.page)).not.toBe(away)
  })

  await test.step('the lead is handed over and ended', async () => {
    await band.getByRole('button', { name: text('present.handOver') }).click()
    await mara.page.getByRole('menuitem', { name: text('present.handOverTo', { name: 'Toni Teil' }) }).click()
    await expect(toni.page.getByRole('region', { name: text('present.mine') })).toBeVisible()
    await expect(
      mara.page.getByRole('region', { name: text('present.theirs', { name: 'Toni Teil' }) }),
    ).toBeVisible()
    await mara.page.getByRole('button', { name: text('present.end') }).click()
    await expect(toni.page.getByRole('region', { name: text('present.mine') })).toHaveCount(0)
  })

  expect(received.join('\n')).toContain('present')
  expect(received.join('\n')).not.toContain('Kosten')
})
