import { expect, type Page } from '@playwright/test'
import { test } from './support/fixtures.ts'

test('undo takes back one’s own work and leaves the work of others', async ({ live }) => {
  const anna = await live.guest({ name: 'Anna' })
  const jonas = await live.guest({ name: 'Jonas' })

  await anna.writeNote('Gedanke von Anna')
  await jonas.writeNote('Gedanke von Jonas')
  await expect(anna.line('Gedanke von Jonas')).toBeVisible()
  await expect(jonas.line('Gedanke von Anna')).toBeVisible()

  await undoUntilGone(anna.page, 'Gedanke von Anna')
  await expect(jonas.line('Gedanke von Anna')).toHaveCount(0)
  await expect(anna.line('Gedanke von Jonas')).toBeVisible()
  await expect(jonas.line('Gedanke von Jonas')).toBeVisible()

  await expect(async () => {
    await anna.page.keyboard.press('Control+y')
    await expect(anna.line('Gedanke von Anna')).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(jonas.line('Gedanke von Anna')).toBeVisible()
})

test('on the board one drag is one step, and undo brings back the place but not the words of others', async ({
  live,
}) => {
  const anna = await live.guest({ name: 'Anna' })
  const jonas = await live.guest({ name: 'Jonas' })
  await anna.writeNote('Wird gezogen')
  await anna.show('board')

  const card = anna.card('Wird gezogen')
  await expect(card).toBeVisible()
  const start = (await card.boundingBox())!
  const { mouse } = anna.page
  await mouse.move(start.x + start.width / 2, start.y + start.height / 2)
  await mouse.down()
  await mouse.move(start.x + start.width / 2 + 80, start.y + start.height / 2 + 60, { steps: 8 })
  await mouse.move(start.x + start.width / 2, start.y + start.height / 2 + 420, { steps: 8 })
  await mouse.up()
  // Beside the fields it stands on the columns, below what flows
  await expect(async () => expect((await card.boundingBox())!.y).toBeGreaterThan(start.y + 100)).toPass()

  await jonas.show('list')
  const line = jonas.line('Wird gezogen')
  await line.click()
  await jonas.field('note', 'text').press('End')
  await jonas.field('note', 'text').pressSequentially(' und ergänzt')
  await expect(anna.card('Wird gezogen und ergänzt')).toBeVisible()

  await anna.page.keyboard.press('Control+z')
  await expect(async () => {
    const now = (await card.boundingBox())!
    expect(Math.abs(now.x - start.x)).toBeLessThan(2)
    expect(Math.abs(now.y - start.y)).toBeLessThan(2)
  }).toPass()
  await expect(anna.card('Wird gezogen und ergänzt')).toBeVisible()
})

/** Undo goes step by step; writing a card may be more than one. */
async function undoUntilGone(page: Page, words: string): Promise<void> {
  const line = page.getByRole('treegrid').getByRole('row').filter({ hasText: words })
  await expect(async () => {
    await page.keyboard.press('Control+z')
    await expect(line).toHaveCount(0, { timeout: 500 })
  }).toPass()
}
