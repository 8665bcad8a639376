import { expect } from '@playwright/test'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import { text } from './support/texts.ts'

/** More cards than the list renders at once. */
const CARDS = 130
const AT_ONCE = 26

test('several cards leave the board at once: asked once, and brought back by one press', async ({ live }) => {
  const anna = await live.guest({ name: 'Anna' })
  const { page } = anna
  for (const words of ['erste', 'zweite', 'dritte']) await anna.writeNote(words)
  await anna.line('erste').focus()
  await page.keyboard.press('Space')
  await anna.line('zweite').click({ modifiers: ['Control'] })
  await anna.line('zweite').focus()
  await page.keyboard.press('Delete')
  const question = page.getByRole('dialog', { name: text('board.removed.ask', { count: 2 }) })
  await expect(question).toContainText(text('list.removed'))
  await picture(page, '90-remove-many')
  await question.getByRole('button', { name: text('common.cancel') }).click()
  await expect(anna.line('erste')).toBeVisible()

  await page
    .getByRole('group', { name: text('list.chosen.label') })
    .getByRole('button', { name: text('board.removed.go') })
    .click()
  await question.getByRole('button', { name: text('board.removed.go') }).click()
  await expect(anna.line('erste')).toHaveCount(0)
  await expect(anna.line('zweite')).toHaveCount(0)
  await expect(anna.line('dritte')).toBeVisible()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
  await page
    .getByRole('status')
    .filter({ hasText: text('board.removed.many', { count: 2 }) })
    .getByRole('button', { name: text('board.removed.back') })
    .click()
  for (const words of ['erste', 'zweite', 'dritte']) await expect(anna.line(words)).toBeVisible()
  await anna.saved()
})

test('the list goes on paper whole, folded pages and rows out of sight included @long', async ({ live }) => {
  const anna = await live.guest({ name: 'Anna' })
  const { page } = anna
  await anna.browseTo('Ideen')
  for (let from = 1; from <= CARDS; from += AT_ONCE) {
    // Any key tells the canvas that what follows is for it; one that is still on its way takes the keyboard when it comes
    await page.keyboard.press('Shift')
    await expect(page.locator('.tl-container__focused')).toBeVisible()
    await page.evaluate(
      ([first, count]) => {
        const data = new DataTransfer()
        data.setData('text/plain', Array.from({ length: count }, (_, n) => `Idee ${first + n}`).join('\n'))
        document.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        )
      },
      [from, AT_ONCE] as const,
    )
    await page.getByRole('button', { name: text('board.paste.split') }).click()
    await expect(page.getByRole('button', { name: text('board.paste.split') })).toHaveCount(0)
  }
  await anna.saved()
  await anna.browseTo('Personas')
  await anna.show('list')
  await expect(anna.section('Personas').first()).toBeVisible()
  await page.emulateMedia({ colorScheme: 'dark' })
  const paper = await page.pdf({ format: 'A4', path: 'test-results/journey/91-list.pdf' })
  const sheets = paper.toString('latin1').match(/\/Type \/Page\b(?!s)/g) ?? []
  expect(sheets.length).toBeGreaterThan(3)

  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(page.locator('[data-row^="shape:"]').filter({ hasText: /Idee \d+/ })).toHaveCount(CARDS)
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
})
