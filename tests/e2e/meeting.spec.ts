import { expect } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import { text } from './support/texts.ts'

test('decisions and tasks are taken down by two keys, and lie where they belong', async ({ live }) => {
  const moderator = await live.moderator()
  const { page } = moderator
  await page.getByRole('main').click()
  await page.keyboard.press('Control+m')
  const dialog = page.getByRole('dialog', { name: text('room.capture.title') })
  await expect(dialog.getByLabel(text('kinds.decision.fields.text.label'))).toBeFocused()
  await page.keyboard.type('Wir beginnen mit dem Wohngeld')
  await expectAccessible(page, 'capture')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)

  await page.keyboard.press('Control+m')
  await page.keyboard.press('Control+m')
  await page.keyboard.type('@Imke Kämmerei einladen, bis 24.12.2026')
  await expect(dialog.getByLabel(text('kinds.task.fields.owner.label'))).toHaveValue('Imke')
  await expect(dialog.getByLabel(text('kinds.task.fields.due.label'))).toHaveValue('2026-12-24')
  await picture(page, '82-festhalten')
  await page.keyboard.press('Enter')
  await page
    .getByRole('button', { name: text('room.capture.show') })
    .last()
    .click()
  await expect(moderator.field('task', 'text')).toHaveValue('Kämmerei einladen')
  await expect(moderator.field('task', 'owner')).toHaveValue('Imke')
  await moderator.browseTo('Beschlüsse & Aufgaben')
  await moderator.show('list')
  for (const words of ['Wir beginnen mit dem Wohngeld', 'Kämmerei einladen'])
    await expect(moderator.line(words)).toBeVisible()
  await picture(page, '83-festgehalten')
})

test('people react while they listen, and somebody reads only for a while @long', async ({ live }) => {
  const moderator = await live.moderator()
  const anna = await live.guest({ name: 'Anna' })
  const jonas = await live.guest({ name: 'Jonas', device: 'phone' })
  const { page } = moderator
  const panel = page.getByRole('complementary', { name: text('room.panel.label') })
  const button = (name: string) => page.getByRole('button', { name, exact: true })

  await button(text('agenda.title')).click()
  await button(text('agenda.newMeeting')).click()
  await page.getByLabel(text('agenda.fields.title'), { exact: true }).fill('Zweites Treffen')
  await button(text('common.save')).click()
  await button(text('agenda.addStep')).click()
  await page.getByLabel(text('agenda.fields.title'), { exact: true }).fill('Vorstellen')
  await page
    .getByLabel(text('agenda.fields.mode'), { exact: true })
    .selectOption({ label: text('agenda.modes.discuss') })
  await button(text('common.save')).click()
  await button(text('agenda.run')).click()
  await button(text('agenda.start')).click()

  await anna.page.getByRole('button', { name: text('facilitation.reactions.react') }).click()
  await picture(anna.page, '84-reagieren')
  await anna.page.getByRole('menuitem', { name: text('facilitation.reactions.words.agree') }).click()
  const strip = jonas.page.getByRole('list', { name: text('facilitation.reactions.title') })
  await expect(strip).toContainText(
    text('facilitation.reactions.counted', {
      count: 1,
      reaction: text('facilitation.reactions.words.agree'),
    }),
  )
  await picture(jonas.page, '85-reaktionen-telefon')
  await expect(strip).toHaveCount(0)
  await moderator.dockMenu(text('facilitation.reactions.switchOff'))
  await expect(anna.page.getByRole('button', { name: text('facilitation.reactions.react') })).toHaveCount(0)

  await moderator.page.getByRole('button', { name: text('room.people.button', { count: 3 }) }).click()
  await panel.getByRole('button', { name: text('room.people.more', { name: 'Anna' }) }).click()
  await picture(page, '86-personen')
  await page.getByRole('menuitem', { name: text('room.people.mute') }).click()
  await expect(anna.page.getByText(text('room.notice.muted'))).toBeVisible()
  await expect(panel.getByText(text('room.people.mutedNow'))).toBeVisible()
  await expectAccessible(page, 'people')
  await panel.getByRole('button', { name: text('room.people.more', { name: 'Anna' }) }).click()
  await page.getByRole('menuitem', { name: text('room.people.unmute') }).click()
  await expect(anna.page.getByText(text('room.notice.muted'))).toHaveCount(0)
})

test('anybody tests their connection before a meeting, and learns what to ask for', async ({ visit }) => {
  const { page, context } = await visit('laptop')
  await page.goto('/')
  await page.getByRole('link', { name: text('start.testConnection') }).click()
  await expect(page.getByText(text('connection.ready'))).toBeVisible({ timeout: 20_000 })
  await expectAccessible(page, 'connection')
  await picture(page, '87-verbindung')

  await context.routeWebSocket('**/connection-test', (socket) => socket.close())
  await page.getByRole('button', { name: text('connection.again') }).click()
  await expect(page.getByText(text('connection.checks.socket.failed'))).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText(/Upgrade: websocket/)).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, '88-verbindung-telefon')
})

test('minutes are completed, released and corrected, and everybody concerned reads them', async ({
  live,
}) => {
  const moderator = await live.moderator()
  const anna = await live.guest({ name: 'Anna', device: 'phone' })
  const { page } = moderator
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await button(text('agenda.title')).click()
  await button(text('agenda.newMeeting')).click()
  await page.getByLabel(text('agenda.fields.title'), { exact: true }).fill('Zweites Treffen')
  await button(text('common.save')).click()
  await button(text('agenda.record.title')).click()
  await page.getByLabel(text('agenda.record.remarks')).fill('Wir waren uns einig.')
  await page.getByLabel(text('agenda.record.withAttendance')).check()
  await expect(page.getByLabel(text('agenda.record.attendance'), { exact: true })).toHaveValue(/Anna/)
  await expectAccessible(page, 'minutes, draft')
  await picture(page, '89-protokoll-entwurf')
  await button(text('agenda.record.release')).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: text('agenda.record.release'), exact: true })
    .click()
  await expect(page.getByText(/Freigegeben am/)).toBeVisible({ timeout: 30_000 })
  await page.getByLabel(text('agenda.record.correction')).fill('Bo war auch da.')
  await button(text('agenda.record.correct')).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Bo war auch da.' })).toBeVisible()
  await picture(page, '90-protokoll-freigegeben')

  await anna.page.reload()
  await anna.saved()
  await anna.page.getByRole('button', { name: text('account.own.guest') }).click()
  await anna.page.getByRole('menuitem', { name: text('agenda.record.list') }).click()
  const opening = anna.page.context().waitForEvent('page')
  await anna.page.getByRole('link', { name: 'Zweites Treffen' }).click()
  const minutes = await opening
  await expect(minutes.getByText('Wir waren uns einig.')).toBeVisible({ timeout: 30_000 })
  await expect(minutes.getByText('Bo war auch da.')).toBeVisible()
  await picture(anna.page, '91-protokolle-telefon')
  await picture(minutes, '92-protokoll-gelesen')
})

test('somebody who has never worked on a board practises for a minute, alone', async ({
  visit,
  recording,
}) => {
  const { page } = await visit('desktop')
  await page.goto('/')
  await page.getByRole('link', { name: text('start.practise') }).click()
  const done = page.locator('li[data-done=true]')
  const field = (name: string) => page.locator('.tl-shape[data-shape-type="frame"]').filter({ hasText: name })
  await expect(field('Ideen')).toBeVisible({ timeout: 30_000 })
  const ideas = (await field('Ideen').boundingBox())!
  await page.mouse.dblclick(ideas.x + ideas.width / 2, ideas.y + ideas.height - 40)
  await page.keyboard.type('Weniger Formulare')
  await page.keyboard.press('Escape')
  await expect(done).toHaveCount(1)
  const card = page.locator('.tl-shape[data-shape-type="card"]')
  const from = (await card.boundingBox())!
  const to = (await field('Ausgewählt').boundingBox())!
  await page.mouse.move(from.x + 30, from.y + 20)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 })
  await page.mouse.up()
  await expect(done).toHaveCount(2)
  await picture(page, '93-ueben')
  await page.keyboard.press('Control+z')
  await expect(page.getByText(text('practice.allDone'))).toBeVisible()
  await expectAccessible(page, 'practice')
  expect(recording.foreignRequests).toEqual([])
  expect(recording.pageErrors).toEqual([])

  const { page: phone } = await visit('phone')
  await phone.goto('/ueben')
  await expect(phone.getByRole('treegrid')).toBeVisible({ timeout: 30_000 })
  await picture(phone, '94-ueben-telefon')
})
