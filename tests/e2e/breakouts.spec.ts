import { expect } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import { text } from './support/texts.ts'

test('breakouts open out of the plenum, and what they found comes back with them', async ({ live }) => {
  const mara = await live.moderator()
  const toni = await live.guest({ name: 'Toni Teil', device: 'phone' })
  const plenum = live.workshop.groups.find(({ kind }) => kind === 'plenum')!
  await toni.page.goto(`/werkstatt/${live.workshop.id}/gruppe/${plenum.id}`)
  await toni.saved()
  const button = (name: string, page = mara.page) => page.getByRole('button', { name, exact: true })
  const first = text('rooms.breakouts.name', { number: 1 })

  await test.step('a moderator forms rooms, says what to do and for how long', async () => {
    await mara.page.goto(`/werkstaetten/${live.workshop.id}/raeume`)
    await button(text('rooms.breakouts.form')).click()
    const dialog = mara.page.getByRole('dialog')
    await dialog.getByLabel(text('rooms.breakouts.count')).selectOption('1')
    await dialog.getByLabel(text('rooms.breakouts.task')).fill('Drei Ideen gegen das Warten')
    await expect(dialog.getByLabel('Toni Teil')).toHaveValue('0')
    await expectAccessible(mara.page, 'breakouts dialog')
    await picture(mara.page, '82-breakouts-dialog')
    await button(text('rooms.breakouts.go')).click()
    await expect(mara.page.getByRole('heading', { name: text('rooms.breakouts.title') })).toBeVisible()
    await expect(mara.page.getByRole('heading', { name: first })).toBeVisible()
    await expectAccessible(mara.page, 'breakouts open')
    await picture(mara.page, '83-breakouts-open')
  })

  await test.step('who is in the plenum goes there by one tap, and finds task and time', async () => {
    await toni.page.getByRole('button', { name: text('call.go', { group: first }) }).click()
    await toni.saved()
    await expect(toni.page.getByText('Drei Ideen gegen das Warten').first()).toBeVisible()
    await expect(toni.timer().first()).toBeVisible()
    await picture(toni.page, '84-breakout-phone')
  })

  await test.step('closing calls them back', async () => {
    await button(text('rooms.breakouts.close')).click()
    const dialog = mara.page.getByRole('dialog')
    await expect(dialog.getByRole('checkbox')).toBeChecked()
    await dialog.getByRole('button', { name: text('rooms.breakouts.close') }).click()
    await expect(button(text('rooms.breakouts.form'))).toBeVisible()
    await toni.page.getByRole('button', { name: text('call.go', { group: plenum.name }) }).click()
    await expect(toni.page).toHaveURL(new RegExp(plenum.id))
    await toni.saved()
  })
})

test('a group’s card is brought into the plenum as the group’s, and leads home', async ({ live }) => {
  const mara = await live.moderator()
  const plenum = live.workshop.groups.find(({ kind }) => kind === 'plenum')!
  await mara.writeNote('Ein Anruf weniger ist unser Maß')
  await mara.saved()
  await mara.line('Ein Anruf weniger').locator('[aria-haspopup]').click()
  await mara.page.getByRole('menuitem', { name: text('artefacts.home.bring') }).click()
  await expect(mara.page.getByText(text('artefacts.home.brought', { count: 1 }))).toBeVisible()
  await mara.page.goto(`/werkstatt/${live.workshop.id}/gruppe/${plenum.id}`)
  await mara.saved()
  await mara.show('list')
  await mara.line('Ein Anruf weniger').getByText('Ein Anruf weniger').click()
  await expect(mara.panel('note')).toContainText('Bürgerservice')
  await picture(mara.page, '85-brought-card')
  await mara
    .panel('note')
    .getByRole('link', { name: text('artefacts.home.there', { group: 'Bürgerservice' }) })
    .click()
  await expect(mara.page).toHaveURL(new RegExp(live.groupId))
  await expect(mara.panel('note')).toBeVisible()
})
