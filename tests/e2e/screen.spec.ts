import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import type { Room } from './support/room.ts'
import { text } from './support/texts.ts'

/** The moderator opens the window for the projector from the dock. */
async function openScreen(moderator: Room): Promise<Page> {
  await moderator.dockMenu(text('screen.title'))
  const opening = moderator.page.context().waitForEvent('page')
  await moderator.page.getByRole('link', { name: text('screen.open') }).click()
  const screen = await opening
  await screen.setViewportSize({ width: 1920, height: 1080 })
  return screen
}

test('a hall sees task, time, code and how much there is, and nobody’s name and no hidden word', async ({
  live,
}) => {
  const moderator = await live.moderator()
  await moderator.browseTo('Ideen')
  await moderator.dock(text('facilitation.dock.openForAll', { page: 'Ideen' })).click()
  const anna = await live.guest({ name: 'Anna Augenblick' })
  await moderator.dock(text('facilitation.silent.begin.label')).click()
  await moderator.page.getByRole('menuitem', { name: text('facilitation.silent.begin.anonymous') }).click()
  const desk = anna.page.getByRole('complementary', { name: text('facilitation.silent.band') })
  await desk.getByRole('textbox').first().fill('Anträge ohne Papier')
  await desk.getByRole('button', { name: text('facilitation.silent.add') }).click()

  const screen = await openScreen(moderator)
  const answers: string[] = []
  screen.on('response', (response) => {
    if (response.url().includes('/screen'))
      void response.text().then(
        (body) => answers.push(body),
        () => undefined,
      )
  })
  await screen.reload()
  await expect(screen.getByText(text('screen.hidden', { count: 1 }))).toBeVisible()
  await expect(screen.getByText(text('facilitation.dock.done', { done: 0, count: 1 }))).toBeVisible()
  const code = await screen.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()
  expect(screen.url()).not.toContain(code!)
  await expect(screen.getByRole('button')).toHaveCount(0)
  await expectAccessible(screen, 'screen, silent')
  await picture(screen, '80-leinwand-still')

  await test.step('the code lets somebody in, and is the same after a reload', async () => {
    const { origin } = new URL(screen.url())
    const offer = await screen.request.post(`${origin}/api/invites/inspect`, {
      data: { invitation: { code } },
      headers: { origin },
    })
    expect(offer.ok()).toBe(true)
    await screen.reload()
    await expect(screen.getByText(code!, { exact: true })).toBeVisible()
  })

  await moderator.dock(text('facilitation.timer.start')).click()
  await moderator.page
    .getByRole('dialog')
    .getByRole('button', { name: text('facilitation.timer.preset', { count: 8 }), exact: true })
    .click()
  await anna.page.getByRole('button', { name: text('room.step.done'), exact: true }).click()
  await expect(screen.getByRole('timer')).toContainText(/0[78]:\d\d/)
  await expect(screen.getByText(text('facilitation.dock.done', { done: 1, count: 1 }))).toBeVisible()
  expect(answers.length).toBeGreaterThan(1)
  expect(answers.join('\n')).not.toMatch(/Anna|Augenblick|ohne Papier/)

  await test.step('the board comes once everything is revealed', async () => {
    await moderator.dock(text('facilitation.silent.reveal.label')).click()
    await moderator.page.getByRole('menuitem', { name: text('facilitation.silent.reveal.all') }).click()
    await expect(screen.getByRole('img', { name: text('screen.picture', { page: 'Ideen' }) })).toBeVisible({
      timeout: 30_000,
    })
    await expectAccessible(screen, 'screen, board')
    await picture(screen, '81-leinwand-tafel')
  })
})
