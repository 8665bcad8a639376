import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { pictureInBothThemes } from './support/pictures.ts'
import { text, textLike } from './support/texts.ts'

test('a moderator finds a method, reads how it goes, and lays its page into the phase for everybody', async ({
  live,
}) => {
  const moderator = await live.moderator()
  const anna = await live.guest({ name: 'Anna' })
  const { page } = moderator
  const methods = text('room.opens.methods')
  await expect(anna.page.getByRole('button', { name: methods })).toHaveCount(0)

  await page.getByRole('button', { name: methods }).click()
  const dialog = page.getByRole('dialog', { name: methods })
  await pictureInBothThemes(page, 'methods')
  await dialog.getByLabel(text('room.methods.phase')).selectOption({ label: text('room.methods.allPhases') })
  await dialog.getByLabel(text('room.methods.search')).fill('brainstorm')
  await expectAccessible(page, 'methods')
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: /^Brainstorming/ }).press('Enter')
  await expect(dialog.getByRole('heading', { name: 'Brainstorming' })).toBeFocused()
  await expectAccessible(page, 'one method')
  await pictureInBothThemes(page, 'method')
  await dialog.getByRole('button', { name: text('room.methods.add') }).press('Enter')

  await moderator.onPage('Ideen 2')
  await anna.browseTo('Ideen 2')
})

test('a method of the catalogue becomes one’s own, goes out as a file and comes in again @long', async ({
  live,
}) => {
  const { page } = await live.moderator()
  const dialog = await methodsOpen(page)
  await dialog.getByLabel(text('room.methods.search')).fill('brainstorm')
  await dialog.getByLabel(text('room.methods.phase')).selectOption({ label: text('room.methods.allPhases') })
  await dialog.getByRole('button', { name: /^Brainstorming/ }).click()
  await dialog.getByRole('button', { name: text('room.methods.makeOwn') }).click()
  await dialog.getByLabel(text('room.methods.edit.name')).fill('')
  const save = dialog.getByRole('button', { name: text('room.methods.edit.saveNew') })
  await save.click()
  await expect(dialog.getByLabel(text('room.methods.edit.name'))).toBeFocused()
  await page.keyboard.type('Ideen nach Art des Hauses')
  const second = dialog
    .getByRole('listitem')
    .filter({ hasText: text('room.methods.edit.step', { number: 2 }) })
  await second.getByRole('button', { name: textLike('room.methods.edit.up') }).click()
  await expectAccessible(page, 'editing a method')
  await pictureInBothThemes(page, 'method-editor')
  await save.click()

  await expect(dialog.getByRole('heading', { name: 'Ideen nach Art des Hauses' })).toBeFocused()
  await expect(dialog.getByRole('listitem').first()).toContainText('Aufdecken und ordnen')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: text('room.methods.saveFile') }).click(),
  ])
  const file = await download.path()
  await dialog.getByRole('button', { name: text('room.methods.remove') }).click()
  await page
    .getByRole('dialog', { name: textLike('room.methods.removeTitle') })
    .getByRole('button', { name: text('room.methods.remove') })
    .click()
  await expect(dialog.getByRole('button', { name: /^Ideen nach Art des Hauses/ })).toHaveCount(0)

  await dialog.locator('input[type=file]').setInputFiles({
    name: 'fremd.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":"werkraum-method","schemaVersion":1,"method":{}}'),
  })
  await expect(dialog.getByText(text('room.methods.unreadable'))).toBeVisible()
  await dialog.locator('input[type=file]').setInputFiles(file)
  await expect(dialog.getByRole('heading', { name: 'Ideen nach Art des Hauses' })).toBeVisible()
  await dialog.getByRole('button', { name: text('room.methods.add') }).click()
  await expect(page.getByRole('region', { name: 'Ideen 2', exact: true })).toBeVisible()
})

test('the methods fit a phone', async ({ live }) => {
  const moderator = await live.moderator()
  const { page } = moderator
  await page.setViewportSize({ width: 390, height: 844 })
  const methods = text('room.opens.methods')
  await moderator.dockMenu(methods)
  const dialog = page.getByRole('dialog', { name: methods })
  await expectFits(page)
  await pictureInBothThemes(page, 'methods-phone')
  await dialog.locator('li button').first().click()
  await expectFits(page)
  await pictureInBothThemes(page, 'method-phone')
})

async function methodsOpen(page: Page) {
  await page.getByRole('button', { name: text('room.opens.methods') }).click()
  return page.getByRole('dialog', { name: text('room.opens.methods') })
}

async function expectFits(page: Page) {
  const beyond = await page
    .getByRole('dialog')
    .evaluate((dialog: Element) =>
      [dialog, ...dialog.children]
        .filter((one) => one.scrollWidth > one.clientWidth)
        .map((one) => one.className),
    )
  expect(beyond).toEqual([])
}
