import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { test } from './support/fixtures.ts'
import { Keyboard } from './support/keyboard.ts'
import { Room } from './support/room.ts'
import { text } from './support/texts.ts'

test('a moderator goes from the first workshop to its file without a mouse', async ({
  installation,
  prepare,
  visit,
}) => {
  const { page, context } = await visit('desktop')
  const keys = new Keyboard(page)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await prepare.setUp(context.request, installation.setUpLink())

  await page.goto('/werkstaetten')
  await keys.press(button(text('workshop.list.create')))
  await page.keyboard.type('Ohne Maus')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Ohne Maus' })).toBeVisible()

  await keys.tabTo(page.getByRole('tab', { name: text('workshop.overview.groups') }))
  await page.keyboard.press('ArrowRight')
  await keys.press(page.getByRole('button', { name: text('workshop.invites.create') }).first())
  const group = text('workshop.create.groupDefault', { number: 1 })
  await keys.tabTo(page.getByRole('dialog').getByLabel(text('workshop.invites.group')))
  await page.keyboard.type(group)
  await keys.press(page.getByRole('dialog').getByRole('button', { name: text('workshop.invites.submit') }))
  const ready = page.getByRole('dialog', { name: text('workshop.invites.readyTitle') })
  const link = await ready.getByLabel(text('workshop.invites.link')).inputValue()
  await keys.press(ready.getByRole('button', { name: text('workshop.invites.done') }))
  await expect(ready).toHaveCount(0)
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')

  await keys.tabTo(page.getByRole('tab', { name: text('workshop.overview.invites') }), 'Shift+Tab')
  await page.keyboard.press('ArrowLeft')
  await keys.press(page.getByRole('link', { name: text('workshop.overview.enterGroup', { name: group }) }))
  const room = new Room(page)
  await room.saved()

  const guest = await visit('desktop')
  const workshopId = new URL(page.url()).pathname.split('/')[2]!
  await prepare.join(guest.context.request, new URL(link).hash.slice(1), 'Anna')
  await guest.page.goto(`/werkstatt/${workshopId}/gruppe/${new URL(page.url()).pathname.split('/')[4]}`)
  const anna = new Room(guest.page)
  await anna.saved()

  // Leads everybody to a page of the rail
  await keys.region('nav[data-region=pages]')
  await keys.press(page.getByRole('navigation').getByRole('button', { name: 'Ideen', exact: true }))
  await keys.region('section[data-region=dock]')
  await keys.press(room.dock(text('facilitation.dock.openForAll', { page: 'Ideen' })))
  await anna.onPage('Ideen')

  // Lets them write in silence, and reveals
  await keys.press(room.dock(text('facilitation.silent.begin.label')))
  await keys.choose(text('facilitation.silent.begin.anonymous'))
  const desk = guest.page.getByRole('complementary', { name: text('facilitation.silent.band') })
  await desk.getByRole('textbox').first().fill('Anträge ohne Papier')
  await desk.getByRole('button', { name: text('facilitation.silent.add') }).click()
  await expect(desk.getByText(text('facilitation.silent.saved.saved'), { exact: true })).toBeVisible()
  await keys.press(room.dock(text('facilitation.silent.reveal.label')), 'Shift+Tab')
  await keys.choose(text('facilitation.silent.reveal.all'))
  await expect(room.card('Anträge ohne Papier')).toBeVisible()

  // Keeps a version
  await keys.region('header')
  await keys.press(button(text('facilitation.dock.versions')))
  await keys.write(page.getByLabel(text('facilitation.versions.name')), 'Nach den Ideen')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: 'Nach den Ideen' })).toBeVisible()
  await page.keyboard.press('Escape')

  // And takes the file home
  await keys.region('header')
  await keys.press(button(text('room.export.label')))
  await keys.choose(text('room.export.markdown'))
  const waiting = page.waitForEvent('download')
  await keys.press(page.getByRole('dialog').getByRole('button', { name: text('workshop.exports.download') }))
  const file = await readFile(await (await waiting).path(), 'utf8')
  expect(file).toContain('Anträge ohne Papier')
})
