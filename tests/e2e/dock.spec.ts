import { expect } from '@playwright/test'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import { text } from './support/texts.ts'

const windows = [
  { width: 1440, height: 900 },
  { width: 1280, height: 800 },
  { width: 900, height: 700 },
]

test('with the time running and the room locked the dock has no end that lies outside the window', async ({
  live,
}) => {
  const moderator = await live.moderator()
  const { page } = moderator
  await live.guest({ name: 'Anna' })
  await moderator.dock(text('facilitation.timer.start')).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: text('facilitation.timer.preset', { count: 3 }), exact: true })
    .click()
  await moderator.dockMenu(text('facilitation.dock.lock'))
  await expect(moderator.dock(text('facilitation.dock.unlock'))).toBeVisible()
  const dock = page.getByRole('region', { name: text('facilitation.dock.label') })
  for (const window of windows) {
    await page.setViewportSize(window)
    for (const button of await dock.getByRole('button').all())
      await expect(button).toBeInViewport({ ratio: 1 })
    expect(await dock.evaluate((row) => row.scrollWidth - row.clientWidth)).toBe(0)
    await picture(page, `70-dock-${window.width}`)
    await moderator.dock(text('facilitation.dock.more')).click()
    for (const item of await page.getByRole('menuitem').all()) await expect(item).toBeInViewport({ ratio: 1 })
    await picture(page, `71-dock-menu-${window.width}`)
    await page.keyboard.press('Escape')
  }
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(moderator.dock(text('facilitation.dock.more'))).toBeInViewport({ ratio: 1 })
  await picture(page, '70-dock-390')
})

test('with a step running, somebody finished and hands up, the dock is one row on a laptop', async ({
  live,
}) => {
  const moderator = await live.moderator()
  const { page } = moderator
  const anna = await live.guest({ name: 'Anna' })
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await button(text('agenda.title')).click()
  await button(text('agenda.newMeeting')).click()
  await page.getByLabel(text('agenda.fields.title'), { exact: true }).fill('Zweites Treffen')
  await button(text('common.save')).click()
  await button(text('agenda.addBreak')).click()
  await button(text('agenda.run')).click()
  await button(text('agenda.start')).click()
  await anna.page.getByRole('button', { name: text('room.step.done'), exact: true }).click()
  await anna.page.getByRole('button', { name: text('room.step.raiseHand'), exact: true }).click()
  await expect(moderator.dock(text('facilitation.dock.hands', { count: 1 }))).toBeVisible()
  const dock = page.getByRole('region', { name: text('facilitation.dock.label') })
  await expect(dock.getByText(text('facilitation.dock.done', { done: 1, count: 1 }))).toBeVisible()
  const middles = await dock.evaluate((row) =>
    [...row.children].map((one) => one.getBoundingClientRect()).map(({ top, height }) => top + height / 2),
  )
  expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(4)
  await picture(page, '72-dock-hands')
})
