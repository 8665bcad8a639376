import { expect } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import { text } from './support/texts.ts'

test('whoever sets up looks at a sample, is led through it, and removes it by one click', async ({
  prepare,
  visit,
}) => {
  const { context, page } = await visit('desktop')
  await prepare.logIn(context.request)
  await page.goto('/')
  await page.getByRole('button', { name: text('start.sample') }).click()
  const heading = page.getByRole('region', { name: text('facilitation.dock.label') })
  await expect(page.getByText('Willkommen', { exact: true })).toBeVisible({ timeout: 30_000 })
  await picture(page, '90-sample-tour')
  await heading.getByRole('button', { name: text('agenda.next', { title: 'Was gesagt wurde' }) }).click()
  await expect(page.getByText('Was gesagt wurde', { exact: true })).toBeVisible()
  await expect(page.getByRole('main', { name: 'Interviews & O-Töne' })).toBeVisible()

  await page.goto('/werkstaetten')
  await expect(page.getByText(text('workshop.list.sample'), { exact: true })).toBeVisible()
  await expectAccessible(page, 'workshops with a sample')
  await page.getByRole('button', { name: /entfernen$/ }).click()
  await expect(page.getByText(text('workshop.list.emptyTitle'))).toBeVisible()
  await expect(page.getByRole('button', { name: text('start.sample') })).toBeVisible()
})
