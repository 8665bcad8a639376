import { expect } from '@playwright/test'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import { text } from './support/texts.ts'

test('a key is made on the account page, lets a program in, and no more once it is revoked', async ({
  live,
  playwright,
}) => {
  const { page } = await live.moderator()
  await page.goto('/konto')
  await expect(page.getByText(text('account.keys.none'))).toBeVisible()
  await page.getByRole('button', { name: text('account.keys.make') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(text('account.keys.name')).fill('Register')
  await picture(page, '90-key-asked')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, '90-key-asked-390')
  await dialog.getByRole('button', { name: text('account.keys.makeConfirm') }).click()
  const secret = await dialog.getByLabel(text('account.keys.secret')).inputValue()
  await picture(page, '91-key-shown-390')
  await page.setViewportSize({ width: 1440, height: 900 })
  await dialog.getByRole('button', { name: text('account.keys.kept') }).click()

  const { origin } = new URL(page.url())
  const headers = { authorization: `Bearer ${secret}` }
  const program = await playwright.request.newContext({ baseURL: origin, extraHTTPHeaders: headers })
  expect((await (await program.get('/api/workshops')).json()) as unknown[]).toHaveLength(1)

  const name = { name: 'Register' }
  await expect(page.getByRole('list', { name: text('account.keys.title') })).toContainText('Register')
  await picture(page, '92-keys')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, '92-keys-390')
  await page.getByRole('button', { name: text('account.keys.revokeNamed', name) }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: text('account.keys.revoke') })
    .click()
  await expect(page.getByText(text('account.keys.none'))).toBeVisible()
  expect((await program.get('/api/workshops')).status()).toBe(401)
  await program.dispose()
})
