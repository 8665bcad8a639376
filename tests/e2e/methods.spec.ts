import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { pictureInBothThemes } from './support/pictures.ts'
import { text } from './support/texts.ts'

test('a moderator finds a method, reads how it goes, and lays its page into the phase for everybody', async ({
  live,
}) => {
  const moderator = await live.moderator()
  const anna = await live.guest({ name: 'Anna' })
  const { page } = moderator
  const methods = text('room.methods.title')
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

test('the methods fit a phone', async ({ live }) => {
  const moderator = await live.moderator()
  const { page } = moderator
  await page.setViewportSize({ width: 390, height: 844 })
  const methods = text('room.methods.title')
  await moderator.dockMenu(methods)
  const dialog = page.getByRole('dialog', { name: methods })
  await expectFits(page)
  await pictureInBothThemes(page, 'methods-phone')
  await dialog.locator('li button').first().click()
  await expectFits(page)
  await pictureInBothThemes(page, 'method-phone')
})

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
