import { expect, type Page } from '@playwright/test'
import { test } from './support/fixtures.ts'
import { text } from './support/texts.ts'

/** What has the focus: its name and its role, or "body" when nothing has it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!at || at === document.body) return 'body'
    return `${at.tagName.toLowerCase()} ${at.getAttribute('aria-label') ?? at.getAttribute('title') ?? at.textContent}`
  })

/** Keeps every sentence that was given to screen readers, in the order in which it was. */
async function listen(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    new MutationObserver((records) => {
      for (const { target } of records) {
        const live = target instanceof Element ? target.closest('[aria-live], [role=status]') : null
        // Behind an open dialog nothing is heard
        const dialog = document.querySelector('dialog[open]')
        if (live?.textContent && (!dialog || dialog.contains(live))) heard.push(live.textContent)
      }
    }).observe(document.body, { childList: true, subtree: true })
  })
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.join(' | '))
}

test('the keyboard is never lost: on entering, when a panel closes, when the timer starts and ends', async ({
  live,
}) => {
  const moderator = await live.moderator()
  const { page } = moderator
  await expect(page).toHaveTitle(/^Interviews & O-Töne · Bürgerservice · Werkraum$/)
  await expect(page.getByRole('main', { name: 'Interviews & O-Töne' })).toBeFocused()

  const people = page.getByRole('button', { name: text('room.people.button', { count: 1 }) })
  await people.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: text('room.people.title') })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(people).toBeFocused()

  await moderator.dock(text('votes.one')).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: text('room.opens.votes') })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(moderator.dock(text('votes.one'))).toBeFocused()

  await moderator.dock(text('facilitation.timer.start')).focus()
  await page.keyboard.press('Enter')
  await page
    .getByRole('button', { name: text('facilitation.timer.preset', { count: 5 }), exact: true })
    .focus()
  await page.keyboard.press('Enter')
  await expect(moderator.timer()).toBeVisible()
  await expect.poll(() => focused(page)).toMatch(new RegExp(`^button .*${text('facilitation.timer.pause')}`))
  await moderator.dock(text('facilitation.timer.end')).focus()
  await page.keyboard.press('Enter')
  await expect(moderator.timer()).toBeHidden()
  await expect.poll(() => focused(page)).not.toBe('body')
})

test('single keys act on the board and in the list only, and can be switched off; F6 leaves the canvas', async ({
  live,
}) => {
  const anna = await live.guest({ name: 'Anna' })
  const { page } = anna
  const board = page.getByRole('region', { name: text('board.label') })
  const list = page.getByRole('treegrid')
  await expect(board).toBeVisible()
  await page.getByRole('button', { name: text('room.step.raiseHand') }).focus()
  await page.keyboard.press('l')
  await page.keyboard.press('?')
  await page.keyboard.press('F6')
  await expect(list).toBeHidden()
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.keyboard.press('F6')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.className ?? ''))
    .toContain('tl-container')
  await page.keyboard.press('l')
  await expect(list).toBeVisible()
  await page.keyboard.press('Shift+F6')
  await expect.poll(() => focused(page)).not.toBe('body')
  await page.keyboard.press('F6')
  await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-row'))).toBe(true)
  await page.keyboard.press('l')
  await expect(board).toBeVisible()

  await page.getByRole('button', { name: text('room.keys.open') }).click()
  await page.getByRole('checkbox', { name: text('room.keys.single') }).uncheck()
  await page.keyboard.press('Escape')
  await page.locator('.tl-container').focus()
  await page.keyboard.type('l?n Wort')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: text('room.search.title') })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(board).toBeVisible()
  await expect(page.locator('.tl-shape[data-shape-type="card"]')).toHaveCount(0)
})

test('undo is said', async ({ live }) => {
  const anna = await live.guest({ name: 'Anna' })
  await anna.writeNote('Der Stand fehlt')
  const heard = await listen(anna.page)
  await anna.line('Der Stand fehlt').focus()
  await anna.page.keyboard.press('Control+z')
  await expect.poll(heard).toContain(text('room.said.undo'))
})

test('what happens in the room is said, also while a dialog is open, and nobody stays at writing', async ({
  live,
}) => {
  const moderator = await live.moderator()
  const anna = await live.guest({ name: 'Anna' })
  const heardByModerator = await listen(moderator.page)
  const heardByAnna = await listen(anna.page)
  await moderator.page.getByRole('button', { name: text('room.keys.open') }).click()
  await anna.page.getByRole('button', { name: text('room.step.raiseHand') }).click()
  await expect.poll(heardByAnna).toContain(text('room.said.ownHandUp'))
  await expect.poll(heardByModerator).toContain(text('room.said.handUp', { name: 'Anna' }))
  await anna.page.getByRole('button', { name: text('room.step.done') }).click()
  await expect.poll(heardByAnna).toContain(text('room.said.finished'))

  await anna.writeNote('Gemeinsam')
  await moderator.page.keyboard.press('Escape')
  await moderator.show('list')
  const writing = moderator.page.getByText(text('list.row.beingEdited', { names: 'Anna' }))
  await anna.line('Gemeinsam').click()
  await anna.field('note', 'text').click()
  await expect(writing).toBeVisible()
  await anna.page.keyboard.press('Escape')
  await expect(writing).toBeHidden()
})

test('the name of a control contains the words that are seen on it', async ({ live }) => {
  const moderator = await live.moderator()
  const { page } = moderator
  await moderator.writeNote('Prüfwort')
  for (const language of ['de', 'en']) {
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    const wrong = await page.evaluate(() => {
      const plain = (words: string) => words.replace(/\s+/g, ' ').trim().toLowerCase()
      return [...document.querySelectorAll<HTMLElement>('button, a[href], [role=menuitem], [role=tab]')]
        .filter((control) => control.hasAttribute('aria-label') && plain(control.innerText) !== '')
        .filter((control) => !plain(control.getAttribute('aria-label')!).includes(plain(control.innerText)))
        .map((control) => `${control.innerText} ≠ ${control.getAttribute('aria-label')}`)
    })
    expect(wrong).toEqual([])
  }
})

test('menus show where the keyboard is, in forced colours too', async ({ live }) => {
  const moderator = await live.moderator()
  const { page } = moderator
  for (const forcedColors of ['none', 'active'] as const) {
    await page.emulateMedia({ forcedColors })
    await page.getByRole('button', { name: text('board.tools.more') }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('End')
    const ring = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!)
      return `${document.activeElement?.getAttribute('role')} ${outlineStyle} ${outlineWidth}`
    })
    expect(ring).toBe('menuitem solid 3px')
    await page.keyboard.press('Escape')
  }
})
