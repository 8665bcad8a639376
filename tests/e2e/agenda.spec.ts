import { expect } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { text } from './support/texts.ts'

test('a moderator plans, runs and takes back; everybody reads the step and nobody the note', async ({
  live,
}) => {
  const moderator = await live.moderator()
  const guest = await live.guest({ name: 'Toni Teil' })
  const received: string[] = []
  guest.page.on('response', (response) => {
    if (response.url().includes('/api/'))
      void response.text().then(
        (body) => received.push(body),
        () => undefined,
      )
  })
  guest.page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => received.push(payload.toString()))
  })
  await guest.page.reload()
  const { page } = moderator
  const button = (name: string | RegExp, exact = true) => page.getByRole('button', { name, exact })

  await button(text('agenda.title')).click()
  const panel = page.getByRole('complementary', { name: text('room.panel.label') })
  await button(text('agenda.newMeeting')).click()
  await page.getByLabel(text('agenda.fields.title'), { exact: true }).fill('Zweites Treffen')
  await button(text('common.save')).click()
  await button(text('agenda.addStep')).click()
  await page.getByLabel(text('agenda.fields.title'), { exact: true }).fill('Ankommen')
  await page
    .getByLabel(text('agenda.fields.instruction'), { exact: true })
    .fill('Sagen Sie, wie Sie da sind.')
  await page.getByLabel(text('agenda.fields.note'), { exact: true }).fill('Niemand muss etwas sagen')
  await button(text('common.save')).click()
  await button(text('agenda.addBreak')).click()
  await expect(panel.locator('[data-step]')).toHaveCount(2)

  await test.step('the order changes by keyboard', async () => {
    await panel.locator('[data-step]').last().getByRole('button', { name: /Pause/ }).first().focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(panel.locator('[data-step]').last()).toContainText('Ankommen')
    await panel.locator('[data-step]').first().getByRole('button', { name: /Pause/ }).first().focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(panel.locator('[data-step]').first()).toContainText('Ankommen')
  })
  await expectAccessible(page, 'agenda, edited')

  await button(text('agenda.run')).click()
  await button(text('agenda.start')).click()
  await expect(guest.page.getByText('Schritt 1 von 2')).toBeVisible()
  await expect(guest.page.getByText('Sagen Sie, wie Sie da sind.')).toBeVisible()
  await expect(panel.getByText('Niemand muss etwas sagen')).toBeVisible()
  await expect(button(/im Plan/, false)).toBeVisible()

  // The dock says what comes next as well, and goes there
  await moderator.dock('Weiter: Pause').click()
  await expect(guest.page.getByText('Schritt 2 von 2')).toBeVisible()
  await button(text('agenda.undo')).click()
  await expect(guest.page.getByText('Schritt 1 von 2')).toBeVisible()
  await expectAccessible(page, 'agenda, run')

  expect(received.join('\n')).toContain('Ankommen')
  expect(received.join('\n')).not.toContain('Niemand muss')
})

test('an empty plan takes the whole Strategiewerkstatt with one press', async ({ live }) => {
  const { page } = await live.moderator()
  await page.getByRole('button', { name: text('agenda.title') }).click()
  await page.getByRole('button', { name: text('agenda.takeProgramme') }).click()
  // Those of the plenum are found in its room
  const meetings = page.getByLabel(text('agenda.meeting'), { exact: true })
  await expect(meetings.locator('option')).toHaveCount(10, { timeout: 30_000 })
  await expect(meetings.locator('option').first()).toHaveText('Vorbereitung: Interviews und Bestand')
  await expect(page.getByRole('button', { name: text('agenda.takeProgramme') })).toHaveCount(0)
})
