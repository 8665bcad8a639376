import { expect, type Page } from '@playwright/test'
import { test } from './support/fixtures.ts'
import type { Room } from './support/room.ts'
import { text } from './support/texts.ts'

/** What has the keyboard: its name and its kind, or "nothing". */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!at || at === document.body) return 'nothing'
    return `${at.tagName.toLowerCase()} ${at.getAttribute('aria-label') ?? at.getAttribute('title') ?? at.textContent}`
  })

/** The keyboard is somewhere after this, and stays there once the view has settled. */
async function keepsKeyboard(page: Page, what: string, act: () => Promise<unknown>): Promise<void> {
  await test.step(what, async () => {
    await act()
    await expect.poll(() => focused(page), what).not.toBe('nothing')
    await page.evaluate(() => new Promise((settled) => requestAnimationFrame(() => setTimeout(settled))))
    expect(await focused(page), what).not.toBe('nothing')
  })
}

const open = async (page: Page, name: string) => {
  await page.getByRole('button', { name, exact: true }).first().focus()
  await page.keyboard.press('Enter')
}

test('whatever a moderator opens and closes, the keyboard is somewhere', async ({ live }) => {
  test.slow()
  const moderator = await live.moderator()
  const { page } = moderator
  const panel = page.getByRole('complementary', { name: text('room.panel.label') })
  const dialog = page.getByRole('dialog')
  await moderator.writeNote('Ein Gedanke')
  await moderator.writeNote('Zweiter Einfall')

  for (const name of [
    text('room.people.button', { count: 1 }),
    text('room.comments.buttonNoneNew'),
    text('facilitation.dock.versions'),
    text('room.coverage.open'),
    text('agenda.title'),
    text('votes.one'),
    text('facilitation.dock.noHands'),
  ]) {
    await keepsKeyboard(page, `${name} opens`, async () => {
      await open(page, name)
      await expect(panel.locator(':focus')).toHaveCount(1)
    })
    await keepsKeyboard(page, `${name} closes by Escape`, async () => {
      await page.keyboard.press('Escape')
      await expect(panel).toHaveCount(0)
    })
    await open(page, name)
    await expect(panel.locator(':focus')).toHaveCount(1)
    await keepsKeyboard(page, `${name} closes by its cross`, async () => {
      await open(page, text('room.panel.close'))
      await expect(panel).toHaveCount(0)
    })
  }

  for (const name of [
    text('room.search.open'),
    text('room.keys.open'),
    text('facilitation.timer.start'),
    text('room.opens.methods'),
  ]) {
    await keepsKeyboard(page, `${name} opens`, async () => {
      await open(page, name)
      await expect(dialog).toBeVisible()
    })
    await keepsKeyboard(page, `${name} closes by Escape`, async () => {
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
    })
  }
  for (const name of ['screen.title', 'rehearsal.title', 'invites.showInRoom'])
    await keepsKeyboard(page, `${name} opens from the menu and closes`, async () => {
      await open(page, text('facilitation.dock.more'))
      const item = page.getByRole('menuitem', {
        name: text(name === 'invites.showInRoom' ? `workshop.${name}` : name),
        exact: true,
      })
      await item.focus()
      await page.keyboard.press('Enter')
      await expect(dialog).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
    })

  await keepsKeyboard(page, 'a card is taken off the board in the list', async () => {
    await moderator.line('Zweiter Einfall').focus()
    await page.keyboard.press('Delete')
    await expect(page.getByRole('status').filter({ hasText: text('list.said.takenOff') })).toBeVisible()
  })
  await keepsKeyboard(page, 'that is taken back', () => page.keyboard.press('Control+z'))
  await keepsKeyboard(page, 'a card is taken off the board in its panel', async () => {
    await moderator.line('Ein Gedanke').click()
    await moderator
      .panel('note')
      .getByRole('button', { name: text('artefacts.panel.actions') })
      .focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: text('artefacts.panel.takeOff'), exact: true }).focus()
    await page.keyboard.press('Enter')
  })
  await keepsKeyboard(page, 'and the panel closes', () => page.keyboard.press('Escape'))
  await keepsKeyboard(page, 'another page', async () => {
    const rail = page.getByRole('navigation', { name: text('room.phases.label') })
    await rail.getByRole('button', { name: 'Ideen', exact: true }).focus()
    await page.keyboard.press('Enter')
    await moderator.onPage('Ideen')
  })
  await keepsKeyboard(page, 'the page before, by the browser', async () => {
    await page.goBack()
    await moderator.onPage('Interviews & O-Töne')
  })
  await keepsKeyboard(page, 'board and list change', async () => {
    await open(page, text('room.faces.board'))
    await expect(page.locator('.tl-canvas')).toBeVisible()
  })
  await keepsKeyboard(page, 'English', async () => {
    await open(page, 'English')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  })
})

test('whatever others begin and end, the keyboard of who works is somewhere @long', async ({ live }) => {
  test.slow()
  const moderator = await live.moderator()
  const anna = await live.guest({ name: 'Anna' })
  const { page } = anna
  const desk = page.getByRole('complementary', { name: text('facilitation.silent.band') })
  await moderator.writeNote('Ein Gedanke')
  await moderator.writeNote('Zweiter Einfall')
  await anna.show('list')

  await keepsKeyboard(page, 'the card whose panel one writes in is deleted', async () => {
    await anna.line('Zweiter Einfall').click()
    await anna.field('note', 'text').focus()
    await moderator.line('Zweiter Einfall').focus()
    await moderator.page.keyboard.press('Delete')
    await moderator.saved()
  })
  await page.keyboard.press('Escape')
  await keepsKeyboard(page, 'the row one is in goes', async () => {
    await anna.line('Ein Gedanke').focus()
    await moderator.line('Ein Gedanke').first().focus()
    await moderator.page.keyboard.press('Delete')
    await expect(anna.line('Ein Gedanke')).toHaveCount(0)
  })

  await beginSilence(moderator)
  for (const words of ['Rückruf statt Warteschleife', 'Anträge ohne Papier']) {
    await desk.getByRole('textbox').first().fill(words)
    await desk.getByRole('button', { name: text('facilitation.silent.add') }).click()
  }
  await expect(desk.getByText(text('facilitation.silent.saved.saved'), { exact: true })).toBeVisible()
  await keepsKeyboard(page, 'silence ends while one writes', async () => {
    await desk.getByRole('textbox').first().focus()
    await moderator.dock(text('facilitation.silent.reveal.label')).click()
    await moderator.page.getByRole('menuitem', { name: text('facilitation.silent.reveal.all') }).click()
    await expect(desk).toHaveCount(0)
  })

  await openVote(moderator)
  const paper = page.getByRole('button', { name: text('votes.dots.more', { card: 'Anträge ohne Papier' }) })
  await keepsKeyboard(page, 'a vote closes under one’s fingers', async () => {
    await paper.first().focus()
    await page.keyboard.press('Enter')
    await pressInPanel(moderator, text('votes.act.close'))
    await expect(page.getByText(text('votes.band.closedText'))).toBeVisible()
  })
  await keepsKeyboard(page, 'it is counted', async () => {
    await pressInPanel(moderator, text('votes.act.count'))
    await moderator.page
      .getByRole('dialog')
      .getByRole('button', { name: text('votes.act.count') })
      .click()
    await expect(page.getByRole('region', { name: text('votes.result.title') })).toBeVisible()
  })
  await keepsKeyboard(page, 'everybody is brought to another page', async () => {
    await moderator.browseTo('Ideen')
    await moderator.dock(text('facilitation.dock.openForAll', { page: 'Ideen' })).click()
    await anna.onPage('Ideen')
  })
  await keepsKeyboard(page, 'the line breaks', async () => {
    await page.context().setOffline(true)
    await anna.offline()
  })
  await keepsKeyboard(page, 'and is back', async () => {
    await page.context().setOffline(false)
    await anna.saved()
  })
})

async function beginSilence(moderator: Room): Promise<void> {
  await moderator.dock(text('facilitation.silent.begin.label')).click()
  await moderator.page.getByRole('menuitem', { name: text('facilitation.silent.begin.named') }).click()
}

const pressInPanel = (moderator: Room, name: string) =>
  moderator.page
    .getByRole('complementary', { name: text('room.panel.label') })
    .getByRole('button', { name, exact: true })
    .click()

async function openVote(moderator: Room): Promise<void> {
  await moderator.dock(text('votes.one')).click()
  await pressInPanel(moderator, text('votes.new'))
  await moderator.page
    .getByRole('complementary', { name: text('room.panel.label') })
    .getByLabel(text('votes.form.question'), { exact: true })
    .fill('Womit fangen wir an?')
  // One ballot alone is counted in a trial only
  await moderator.page.getByRole('checkbox', { name: text('votes.form.trial') }).check()
  await pressInPanel(moderator, text('votes.form.save'))
  await pressInPanel(moderator, text('votes.act.open'))
}
