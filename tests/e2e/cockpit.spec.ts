import { expect } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import { text } from './support/texts.ts'

test.setTimeout(240_000)

test('a manager sees where the groups are, and comes from a number to the card and from the milestones to a picture', async ({
  live,
}) => {
  const mara = await live.moderator()
  const { page } = await live.guest({ name: 'Mina Manage', role: 'manager' })
  const workshop = `/werkstaetten/${live.workshop.id}`

  await test.step('nothing is written yet, and both pages say so', async () => {
    await page.goto(`${workshop}/stand`)
    await expect(page.getByText(text('cockpit.emptyTitle'))).toBeVisible()
    await expectAccessible(page, 'cockpit, empty')
    await page.getByRole('link', { name: text('cockpit.roadmap.title') }).click()
    await expect(page.getByText(text('cockpit.roadmap.emptyTitle'))).toBeVisible()
  })

  await test.step('what is written counts, and leads to the card', async () => {
    await mara.show('list')
    await mara.createInList('milestone', 'Probelauf in drei Kommunen')
    await mara.saved()
    await page.goto(`${workshop}/stand`)
    const amount = page.getByRole('button', { name: '1 Meilenstein', exact: true })
    // Rooms are read again at most every few seconds: there is no use in looking long at what was known before
    await expect(async () => {
      await page.reload()
      await expect(amount).toBeVisible({ timeout: 5_000 })
    }).toPass({ timeout: 120_000 })
    await expectAccessible(page, 'cockpit')
    await picture(page, '94-cockpit')
    await amount.click()
    const card = page.getByRole('dialog').getByRole('link', { name: 'Probelauf in drei Kommunen' })
    await expect(card).toHaveAttribute('href', /gruppe\/.*karte=/)
  })

  await test.step('the roadmap is a picture, a list and a table', async () => {
    await page.goto(`${workshop}/fahrplan`)
    await expect(page.getByRole('img', { name: text('cockpit.roadmap.alt', { count: 1 }) })).toBeVisible()
    await expectAccessible(page, 'roadmap')
    await picture(page, '95-roadmap')
    await page.getByRole('tab', { name: text('cockpit.roadmap.table') }).click()
    await expect(page.getByRole('cell', { name: 'Probelauf in drei Kommunen' })).toBeVisible()
    await page.getByRole('tab', { name: text('cockpit.roadmap.list') }).click()
    await expect(page.getByRole('link', { name: 'Probelauf in drei Kommunen' })).toBeVisible()
  })
})
