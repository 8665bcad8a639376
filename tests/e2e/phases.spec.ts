import { expect } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { pictureInBothThemes } from './support/pictures.ts'
import { text } from './support/texts.ts'

test('everybody in a room sees what a phase has come to, what is missing, and that others are there', async ({
  live,
}) => {
  const anna = await live.guest({ name: 'Anna' })
  const { page } = anna
  await anna.browseTo('Ideen')
  await anna.createInList('idea', 'Ein Konto für alles')
  await page.getByRole('button', { name: text('room.phaseView.title') }).click()
  const panel = page.getByRole('complementary', { name: text('room.panel.label') })
  await expect(panel.getByRole('heading', { name: text('room.phaseView.title') })).toBeFocused()
  const there = panel.getByRole('region', { name: text('room.phaseView.there') })
  await expect(there.getByRole('listitem').first()).toContainText(`1 ${text('kinds.idea.label')}`)
  await expect(there.getByRole('button', { name: /^Ideen/ })).toContainText(
    text('room.phaseView.cards', { count: 1 }),
  )
  await expect(panel.getByText(text('room.phaseView.of', { made: 1, count: 10 }))).toBeVisible()
  // The plenum is another group, and still at the beginning
  await expect(panel.getByRole('heading', { name: 'Plenum' })).toBeVisible()
  await expectAccessible(page, 'state of the phases')
  await pictureInBothThemes(page, 'phases')
  await panel.getByLabel(text('room.methods.phase'), { exact: true }).selectOption('kickoff')
  await expect(there.getByText(text('room.phaseView.nothing'))).toBeVisible()
})
