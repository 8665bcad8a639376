import { expect } from '@playwright/test'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import { text } from './support/texts.ts'

test('an invitation is shown large in the room, and the group is put aside and taken out again', async ({
  live,
}) => {
  test.setTimeout(240_000)
  const moderator = await live.moderator()
  const anna = await live.guest({ name: 'Anna' })
  await anna.writeNote('Bleibt')
  await anna.saved()
  const { page } = moderator

  await moderator.dockMenu(text('workshop.invites.showInRoom'))
  const shown = page.getByRole('dialog', { name: text('workshop.invites.showTitle') })
  await expect(shown.getByRole('img', { name: text('workshop.invites.qr') })).toBeInViewport({ ratio: 1 })
  const code = await shown.getByText(/^[2-9B-Z]{4}-[2-9B-Z]{4}$/).innerText()
  await picture(page, '80-invitation-in-room')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, '80-invitation-in-room-390')
  await page.setViewportSize({ width: 1440, height: 900 })

  await page.goto(`/werkstaetten/${live.workshop.id}?bereich=invites`)
  await page
    .getByRole('button', { name: text('workshop.invites.show'), exact: true })
    .first()
    .click()
  await expect(page.getByRole('dialog').getByText(code)).toBeVisible()
  await page.getByRole('button', { name: text('workshop.invites.done') }).click()

  await page.goto(`/werkstaetten/${live.workshop.id}`)
  await page.getByRole('button', { name: text('workshop.overview.addGroup') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: text('common.save') })
    .click()
  const group = { name: 'Bürgerservice' }
  await page.getByRole('button', { name: text('workshop.archive.putInGroup', group) }).click()
  await picture(page, '81-archive-asked')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: text('workshop.archive.confirm') })
    .click()

  const banner = anna.page.getByText(text('room.notice.archived'))
  await expect(banner).toBeVisible()
  await anna.show('list')
  await expect(anna.line('Bleibt')).toBeVisible()
  await picture(anna.page, '82-archived-room')
  await page.getByText(text('workshop.archive.groups', { count: 1 })).click()
  await picture(page, '83-groups-archived')

  await page.getByRole('button', { name: text('workshop.archive.takeOutGroup', group) }).click()
  await expect(banner).toHaveCount(0)
  await anna.writeNote('Geht weiter')
  await anna.saved()

  await page.getByRole('button', { name: text('workshop.archive.putIn'), exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: text('workshop.archive.confirm') })
    .click()
  await expect(page.getByText(text('workshop.archive.isIn'))).toBeVisible()
  await page.goto('/werkstaetten')
  await page.getByText(text('workshop.archive.list', { count: 1 })).click()
  await expect(page.getByRole('link', { name: 'Probe' })).toBeVisible()
  await picture(page, '84-workshops-archived')
})
