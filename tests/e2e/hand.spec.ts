import { expect, type Page } from '@playwright/test'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import { text } from './support/texts.ts'

const CARDS = ['eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs']

test('who removes many cards of others is asked, and everybody is told with a way back', async ({ live }) => {
  const anna = await live.guest({ name: 'Anna' })
  const jonas = await live.guest({ name: 'Jonas' })
  await paste(anna.page, CARDS.join('\n'))
  await anna.page.getByRole('button', { name: text('board.paste.split') }).click()
  const cards = jonas.page.locator('.tl-shape[data-shape-type="card"]')
  await expect(cards).toHaveCount(CARDS.length)
  const frames = await jonas.page.locator('.tl-shape[data-shape-type="frame"]').count()

  await emptyBoard(jonas.page, { clickAt: 300 })
  const question = jonas.page.getByRole('dialog')
  await expect(question).toContainText('6 davon sind von anderen')
  await question.getByRole('button', { name: text('common.cancel') }).click()
  await expect(question).toHaveCount(0)
  await expect(cards).toHaveCount(CARDS.length)

  await emptyBoard(jonas.page, { clickAt: 400 })
  await question.getByRole('button', { name: text('board.removed.go') }).click()
  await expect(cards).toHaveCount(0)
  await expect(jonas.page.locator('.tl-shape[data-shape-type="frame"]')).toHaveCount(frames)
  await anna.page.getByRole('button', { name: text('board.removed.back') }).click()
  for (const words of CARDS) await expect(anna.card(words)).toBeVisible()
  await expect(cards).toHaveCount(CARDS.length)
})

/** A second click at the same place would be a double click, which writes a new card. */
async function emptyBoard(page: Page, { clickAt }: { clickAt: number }): Promise<void> {
  await page.locator('.tl-canvas').click({ position: { x: 6, y: clickAt } })
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
}

test('words win over their picture, become the field’s own kind, and copied cards are lines elsewhere', async ({
  live,
}) => {
  const anna = await live.guest({ name: 'Anna' })
  await anna.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await paste(
    anna.page,
    'Frist\u0000 endet\tAmt\n"Antrag\nliegt"\tStadt',
    '<table><tr><td>Frist endet</td><td>Amt</td></tr><tr><td>Antrag<br>liegt</td><td>Stadt</td></tr></table>',
  )
  await anna.page.getByRole('button', { name: text('board.paste.split') }).click()
  await expect(anna.card('Frist endet – Amt')).toBeVisible()
  await expect(anna.card('Antrag liegt – Stadt')).toBeVisible()
  await expect(anna.page.locator('.tl-shape[data-shape-type="image"]')).toHaveCount(0)

  await anna.page.keyboard.press('Control+a')
  await anna.page.keyboard.press('Control+c')
  await expect(async () => {
    const words = await anna.page.evaluate(() => navigator.clipboard.readText())
    expect(words.split('\n')).toEqual(expect.arrayContaining(['Frist endet – Amt', 'Antrag liegt – Stadt']))
  }).toPass()
})

/** As Word and Excel leave it behind: words, the same words as HTML, and a picture of them. */
async function paste(page: Page, plain: string, html = ''): Promise<void> {
  await page.locator('.tl-canvas').click({ position: { x: 6, y: 300 } })
  await page.evaluate(
    ([words, marked]) => {
      const data = new DataTransfer()
      data.setData('text/plain', words)
      if (marked) data.setData('text/html', marked)
      data.items.add(new File([new Uint8Array([137, 80, 78, 71])], 'image.png', { type: 'image/png' }))
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.dispatchEvent(event)
    },
    [plain, html] as const,
  )
}

test('cards of other pages come to the page in front, and several are moved at once from the list', async ({
  live,
}) => {
  const anna = await live.guest({ name: 'Anna' })
  const { page } = anna
  await paste(page, 'erster\nzweiter\ndritter')
  await page.getByRole('button', { name: text('board.paste.split') }).click()
  await expect(anna.card('dritter')).toBeVisible()
  await anna.browseTo('2×2-Matrix')
  await page.getByRole('button', { name: text('board.tools.more') }).click()
  await page.getByRole('menuitem', { name: text('list.bring.title') }).click()
  const tray = page.getByRole('dialog', { name: text('list.bring.title') })
  await tray.getByLabel(text('list.bring.search')).fill('e')
  await tray.getByRole('checkbox', { name: 'erster' }).check()
  await tray.getByRole('checkbox', { name: 'zweiter' }).check()
  await picture(page, 'tray')
  await tray.getByRole('button', { name: text('list.bring.run', { count: 2 }) }).click()
  await expect(anna.card('zweiter')).toBeVisible()

  await anna.show('list')
  await anna.line('erster').focus()
  await page.keyboard.press('Space')
  await anna.line('zweiter').click({ modifiers: ['Control'] })
  const chosen = page.getByRole('group', { name: text('list.chosen.label') })
  await expect(chosen).toContainText('2')
  await picture(page, 'chosen')
  await chosen.getByRole('button', { name: text('list.row.moveTo') }).click()
  const question = page.getByRole('dialog', { name: text('list.move.title', { count: 2 }) })
  await question.getByLabel(text('list.move.search')).fill('Personas')
  await picture(page, 'target')
  await question.getByRole('button', { name: text('list.move.run') }).click()
  await expect(question).toBeHidden()
  await expect(chosen).toHaveCount(0)
  await expect(page.getByRole('row', { selected: true })).toHaveCount(0)
  await anna.saved()
})
