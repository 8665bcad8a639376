import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { pictureInBothThemes } from './support/pictures.ts'
import { text } from './support/texts.ts'

test('the moderator renames, moves and removes pages for everybody, and takes it back; participants cannot', async ({
  live,
}) => {
  const moderator = await live.moderator()
  const anna = await live.guest({ name: 'Anna' })
  await expect(anna.page.getByRole('button', { name: text('room.pages.title') })).toHaveCount(0)
  await anna.browseTo('Ideen')
  await anna.writeNote('Ein Gedanke')

  const { page } = moderator
  const dialog = await arranging(page)
  await expectAccessible(page, 'pages')
  await pictureInBothThemes(page, 'pages')
  await menu(dialog, 'Konzepte').click()
  await page.getByRole('menuitem', { name: text('room.pages.rename') }).click()
  await expect(dialog.getByLabel(text('room.pages.name'))).toBeFocused()
  await page.keyboard.type('Unsere Konzepte')
  await page.keyboard.press('Enter')
  await expect(menu(dialog, 'Unsere Konzepte')).toBeFocused()
  await expect(rail(anna.page).getByRole('button', { name: 'Unsere Konzepte' })).toBeVisible()

  await dialog.getByRole('button', { name: text('room.pages.up', { page: 'Ideen' }) }).press('Enter')
  // It was the first of its phase: now it ends the one before, and the keyboard is where it was
  await expect(dialog.getByRole('button', { name: text('room.pages.up', { page: 'Ideen' }) })).toBeFocused()
  await expect(rail(anna.page).getByRole('listitem').filter({ hasText: /^3/ })).toContainText('Ideen')

  await menu(dialog, 'Ideen').click()
  await page.getByRole('menuitem', { name: text('room.pages.remove') }).click()
  const asked = page.getByRole('dialog', { name: text('room.pages.removeTitle', { page: 'Ideen' }) })
  await asked.getByLabel(text('room.pages.cardsTo')).selectOption({ label: 'Unsere Konzepte' })
  await asked.getByRole('button', { name: text('room.pages.removeConfirm') }).click()
  await expect(rail(page).getByRole('button', { name: 'Ideen', exact: true })).toHaveCount(0)
  // Whoever was there is told, and nothing of theirs is lost
  await expect(anna.page.getByText(text('room.pages.gone'))).toBeVisible()
  await anna.browseTo('Unsere Konzepte')
  await expect(anna.line('Ein Gedanke')).toBeVisible()

  const told = page.getByText(text('room.pages.removed', { page: 'Ideen' })).locator('..')
  await told.getByRole('button', { name: text('common.undo') }).click()
  await anna.browseTo('Ideen')
  await expect(anna.line('Ein Gedanke')).toBeVisible()
})

const rail = (page: Page) => page.getByRole('navigation', { name: text('room.phases.label') })

async function arranging(page: Page) {
  await page.getByRole('button', { name: text('room.pages.title') }).click()
  return page.getByRole('dialog', { name: text('room.pages.title') })
}

const menu = (dialog: ReturnType<Page['getByRole']>, name: string) =>
  dialog.getByRole('button', { name: text('room.pages.more', { page: name }) })
