import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { pictureInBothThemes } from './support/pictures.ts'
import { text } from './support/texts.ts'

test('every view around a workshop is accessible in the dark and fits a phone', async ({
  live,
  visit,
  recording,
}) => {
  const moderator = await live.moderator()
  await live.guest({ name: 'Anna' })
  const { page } = moderator
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 390, height: 844 })

  for (const [name, path] of views(live.workshop.id)) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page, `${name}, dark, phone`)
    await expectNoSidewaysScrolling(page, name)
  }

  for (const tab of ['groups', 'invites', 'members', 'results']) {
    await page.getByRole('tab', { name: text(`workshop.overview.${tab}`) }).click()
    await expectAccessible(page, `${tab}, dark, phone`)
    await expectNoSidewaysScrolling(page, tab)
  }

  const stranger = await visit('desktop')
  for (const path of ['/anmelden', '/einrichten', '/wieder', '/passwort', '/gibt-es-nicht']) {
    await stranger.page.goto(path)
    await expect(stranger.page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(stranger.page, path)
  }
  expect(recording.foreignRequests).toEqual([])
})

const views = (workshopId: string): [name: string, path: string][] => [
  ['start', '/'],
  ['workshops', '/werkstaetten'],
  ['account', '/konto'],
  ['operation', '/betrieb'],
  // Last, because its tabs are looked at next.
  ['workshop', `/werkstaetten/${workshopId}`],
]

test('every part of a room is accessible in light and dark, on the desk and on a phone', async ({ live }) => {
  const moderator = await live.moderator()
  const phone = await live.guest({ name: 'Jonas', device: 'phone' })
  await moderator.writeNote('Eine Karte zum Anschauen')

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const { page } of [moderator, phone]) {
      await page.emulateMedia({ colorScheme })
      await expect(page.getByRole('heading', { level: 2, name: 'Interviews & O-Töne' })).toBeVisible()
    }
    for (const face of ['board', 'list'] as const) {
      await moderator.show(face)
      await expectAccessible(moderator.page, `${face}, ${colorScheme}`)
    }
    for (const face of ['write', 'list', 'board'] as const) {
      await phone.show(face)
      await expectAccessible(phone.page, `${face} on a phone, ${colorScheme}`)
      await expectNoSidewaysScrolling(phone.page, face)
    }
  }
  await moderator.show('board')
  await pictureInBothThemes(moderator.page, '60-room')

  const { page } = moderator
  await page.getByRole('button', { name: text('room.people.button', { count: 2 }) }).click()
  await expectAccessible(page, 'people')
  await page.getByRole('button', { name: text('room.keys.open') }).click()
  await expectAccessible(page, 'help')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page
    .getByRole('dialog', { name: text('room.search.title') })
    .getByRole('combobox')
    .fill('Karte zum')
  await expect(page.getByRole('option', { name: 'Eine Karte zum Anschauen' })).toBeVisible()
  await expectAccessible(page, 'search')
})

test('English is complete: switching the language leaves no German word in the room’s controls', async ({
  live,
}) => {
  const moderator = await live.moderator()
  const { page } = moderator
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('button', { name: 'List', exact: true })).toBeVisible()
  const names = await page
    .getByRole('button')
    .evaluateAll((buttons) =>
      buttons.map(
        (button) =>
          button.getAttribute('aria-label') ?? (button.textContent || button.getAttribute('title')) ?? '',
      ),
    )
  // Pages and groups keep the names the workshop was made with.
  const german = names.filter((name) => /\b(und|der|die|das|für|oder|Karte|Zurück|Sperren|Zeit)\b/.test(name))
  const pages = ['Muster & Erkenntnisse', 'Interviews & O-Töne']
  expect(german.filter((name) => !pages.some((known) => name.startsWith(known)))).toEqual([])
})

test('German names carry their language wherever the English interface shows them', async ({ live }) => {
  const { page } = await live.moderator()
  await page.getByRole('button', { name: 'English' }).click()
  const around = `/werkstaetten/${live.workshop.id}`
  const found = new Map<string, string[]>()
  for (const path of [
    live.path,
    `${around}?bereich=groups`,
    `${around}?bereich=members`,
    `${around}?bereich=results`,
    `${around}/raeume`,
    `${around}/stand`,
  ]) {
    await page.goto(path)
    await expect(
      page.getByText('Bürgerservice', { exact: true }).filter({ visible: true }).first(),
    ).toBeVisible()
    found.set(
      path,
      await unmarked(page, ['Bürgerservice', 'Interviews & O-Töne', 'Was haben Menschen wörtlich gesagt?']),
    )
  }
  expect([...found].filter(([, words]) => words.length > 0)).toEqual([])
})

/** Where these German words stand as if they were English, by themselves or within a sentence. */
const unmarked = (page: Page, german: string[]): Promise<string[]> =>
  page.evaluate((words) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const wrong: string[] = []
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const at = node.parentElement
      if (!words.some((word) => node.textContent?.includes(word))) continue
      if (at?.closest('[lang]')?.getAttribute('lang') !== 'de') wrong.push(at?.outerHTML ?? '')
    }
    return wrong
  }, german)

async function expectNoSidewaysScrolling(page: Page, view: string): Promise<void> {
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(tooWide, `“${view}” is wider than the screen`).toBeLessThanOrEqual(0)
}
