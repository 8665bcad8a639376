import { expect, type Page } from '@playwright/test'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import type { Room } from './support/room.ts'
import { text } from './support/texts.ts'

/** What could be pressed under any message that is in sight; empty when all messages lie beside. */
function covered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = 'a[href], button, input, select, textarea, summary, [role=tab]'
    return [...document.querySelectorAll<HTMLElement>('[role=status] > div')].flatMap((message) => {
      const { left, top, width, height } = message.getBoundingClientRect()
      const found = new Set<string>()
      for (let x = 1; x < width; x += 6)
        for (let y = 1; y < height; y += 6)
          for (const under of document.elementsFromPoint(left + x, top + y))
            if (!message.contains(under) && under.matches(controls))
              found.add(under.textContent || (under as HTMLElement).title)
      return [...found]
    })
  })
}

const message = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words })

async function takeOff(room: Room, words: string): Promise<void> {
  await room.show('list')
  await room.line(words).focus()
  await room.page.keyboard.press('Delete')
  await expect(message(room.page, text('list.said.takenOff'))).toBeVisible()
}

test('a message lies on nothing that can be pressed, and goes with the page it is about', async ({
  live,
}) => {
  const moderator = await live.moderator()
  const phone = await live.guest({ name: 'Jonas', device: 'phone' })
  await moderator.writeNote('Eine Karte zuviel')
  await moderator.writeNote('Noch eine')
  for (const [room, words] of [
    [moderator, 'Eine Karte zuviel'],
    [phone, 'Noch eine'],
  ] as const) {
    await takeOff(room, words)
    expect(await covered(room.page)).toEqual([])
    await room.show('board')
    await expect(room.page.locator('.tl-canvas')).toBeVisible()
    expect(await covered(room.page)).toEqual([])
    await picture(room.page, `85-message-${room.page.viewportSize()!.width}`)
  }
  await moderator.browseTo('Ideen')
  await expect(message(moderator.page, text('list.said.takenOff'))).toHaveCount(0)
})

test('around a workshop messages keep to where nothing can be pressed @long', async ({ live }) => {
  const { page } = await live.moderator()
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size)
    await page.goto(`/werkstaetten/${live.workshop.id}`)
    await page.getByRole('button', { name: text('workshop.overview.renameWorkshop') }).click()
    await page.getByRole('dialog').getByRole('textbox').fill(`Werkstatt ${size.width}`)
    await page.keyboard.press('Enter')
    await expect(message(page, text('workshop.overview.renamed'))).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect.poll(() => covered(page)).toEqual([])
    await picture(page, `86-message-page-${size.width}`)
    await page.mouse.wheel(0, 200)
    await expect.poll(() => covered(page)).toEqual([])
  }
})

test('a version that somebody brought back is said to everybody else, in sight and in speech', async ({
  live,
}) => {
  const moderator = await live.moderator()
  const anna = await live.guest({ name: 'Anna' })
  const { page } = moderator
  await page.getByRole('button', { name: text('facilitation.dock.versions'), exact: true }).click()
  await page.getByLabel(text('facilitation.versions.name')).fill('Früher')
  await page.keyboard.press('Enter')
  await anna.writeNote('Kam später')
  await anna.saved()
  const entry = page.getByRole('listitem').filter({ hasText: 'Früher' })
  await entry.getByRole('button', { name: text('facilitation.versions.restore') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: text('facilitation.versions.restore') })
    .click()
  const said = text('room.notice.restored', { name: 'Mara Moderation', version: 'Früher' })
  await expect(message(anna.page, said)).toBeVisible()
  await expect(message(page, said)).toHaveCount(0)
  await picture(anna.page, '87-restored')
  await expect.poll(() => anna.page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
})

test('the canvas speaks German: menus, keys and the names it gives', async ({ live }) => {
  const { page, ...room } = await live.guest({ name: 'Anna' })
  expect(room).toBeDefined()
  await page.getByRole('button', { name: text('board.tools.more') }).click()
  await page.getByRole('menuitem', { name: text('board.tools.names.rectangle') }).click()
  const { x, y } = (await page.locator('.tl-canvas').boundingBox())!
  await page.mouse.move(x + 60, y + 60)
  await page.mouse.down()
  await page.mouse.move(x + 180, y + 140, { steps: 4 })
  await page.mouse.up()
  await page.mouse.click(x + 120, y + 100, { button: 'right' })
  const menu = page.locator('.tlui-menu').first()
  await expect(menu).toBeVisible()
  await expect(menu).toContainText('Strg')
  expect(await menu.innerText()).not.toMatch(
    /Ctrl|\b(Copy|Paste|Delete|Duplicate|Lock|Cut)\b|tool\.|action\./,
  )
  await picture(page, '88-canvas-menu')
})

test('Escape closes one layer: a menu over a panel, a dialog over it, the panel, and the board stays', async ({
  live,
}) => {
  const moderator = await live.moderator()
  const { page } = moderator
  const focused = () => page.evaluate(() => document.activeElement?.tagName)
  await moderator.writeNote('Ein Gedanke')
  await moderator.line('Ein Gedanke').click()
  const panel = moderator.panel('note')
  await expect(panel).toBeVisible()
  await moderator.show('board')

  const menu = page.getByRole('menu')
  await panel.getByRole('button', { name: text('artefacts.panel.actions') }).click()
  await expect(menu).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await expect(panel).toBeVisible()

  const dialog = page.getByRole('dialog', { name: text('room.search.title') })
  await page.keyboard.press('Control+k')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(panel).toBeVisible()
  expect(await focused()).not.toBe('BODY')

  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(page.locator('.tl-canvas')).toBeVisible()
  await expect.poll(focused).not.toBe('BODY')
})
