import { expect, type Page } from '@playwright/test'
import { test } from './support/fixtures.ts'
import { expectAccessible } from './support/accessible.ts'
import { text } from './support/texts.ts'

/** Tabs on until a row of the list has the focus; nobody touches the mouse. */
async function tabToTree(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab')
    const inTree = await page.evaluate(() => document.activeElement?.hasAttribute('data-row') ?? false)
    expect(inTree).toBe(true)
  }).toPass({ intervals: [0], timeout: 10_000 })
}

/** Walks to a row by arrow keys. */
async function arrowTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Home')
  await expect(async () => {
    const here = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (!here.includes(name)) await page.keyboard.press('ArrowDown')
    expect(here).toContain(name)
  }).toPass({ intervals: [0], timeout: 10_000 })
}

/** Chooses an option of the focused native list by arrow keys. */
async function chooseByArrows(page: Page, option: string): Promise<void> {
  await page.keyboard.press('Home')
  await expect(async () => {
    const chosen = await page.evaluate(() => {
      const list = document.activeElement
      return list instanceof HTMLSelectElement ? list.selectedOptions[0]?.label.trim() : undefined
    })
    if (chosen !== option) await page.keyboard.press('ArrowDown')
    expect(chosen).toBe(option)
  }).toPass({ intervals: [0], timeout: 10_000 })
}

test('cards are created, edited, moved and taken off by keyboard alone, live on another board', async ({
  live,
}) => {
  const anna = await live.guest({ name: 'Anna' })
  const jonas = await live.guest({ name: 'Jonas' })
  const matrix = '2×2-Matrix'
  await jonas.browseTo(matrix)

  const { page } = anna
  await page.keyboard.press('l')
  await tabToTree(page)
  await arrowTo(page, matrix)
  await page.keyboard.press('n')
  await page.keyboard.type('Mit der Tastatur geschrieben')
  await page.keyboard.press('Enter')
  await expect(jonas.card('Mit der Tastatur geschrieben')).toBeVisible()
  await expectAccessible(page, 'list')

  await page.keyboard.press('F2')
  await page.keyboard.press('End')
  await page.keyboard.type(' und ergänzt')
  await page.keyboard.press('Enter')
  const card = jonas.card('Mit der Tastatur geschrieben und ergänzt')
  await expect(card).toBeVisible()

  const before = await card.boundingBox()
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: text('list.move.title', { count: 1 }) })
  await expect(dialog).toBeVisible()
  await expectAccessible(page, 'move dialog')
  await expect(async () => {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement instanceof HTMLSelectElement)).toBe(true)
  }).toPass({ intervals: [0] })
  await chooseByArrows(page, 'operativ · organisatorisch')
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(dialog.getByRole('button', { name: text('list.move.run') })).toBeFocused({ timeout: 10 })
  }).toPass({ intervals: [0] })
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(async () => expect(await card.boundingBox()).not.toEqual(before)).toPass()

  await arrowTo(page, 'Mit der Tastatur geschrieben und ergänzt')
  await page.keyboard.press('Delete')
  await expect(card).toHaveCount(0)
  await anna.saved()
})

test('a word typed in the list becomes a card with all of its letters, and letters alone stay commands', async ({
  live,
}) => {
  const anna = await live.guest({ name: 'Anna' })
  const { page } = anna
  await page.keyboard.press('l')
  await tabToTree(page)
  await arrowTo(page, '2×2-Matrix')
  await page.keyboard.type('notiz vom Vormittag', { delay: 60 })
  await page.keyboard.press('Enter')
  await expect(anna.line('notiz vom Vormittag')).toBeVisible()

  await page.keyboard.press('m')
  await expect(page.getByRole('dialog', { name: text('list.move.title', { count: 1 }) })).toBeVisible()
  await page.keyboard.press('Escape')
  await arrowTo(page, 'notiz vom Vormittag')
  await page.keyboard.press('n')
  await expect(page.getByRole('treegrid').getByRole('textbox')).toBeFocused()
  await page.keyboard.type('zweite')
  await page.keyboard.press('Enter')
  await expect(anna.line('zweite')).toBeVisible()
  await page.keyboard.press('l')
  await expect(anna.card('notiz vom Vormittag')).toBeVisible()
  await anna.saved()
})
