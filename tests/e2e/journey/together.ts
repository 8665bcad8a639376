import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../support/accessible.ts'
import { picture } from '../support/pictures.ts'
import type { Room } from '../support/room.ts'
import { text, textLike } from '../support/texts.ts'

/** How far two screens may be apart. */
const timerToleranceMs = 200

/** Starts three minutes for everybody and watches the seconds change on all screens. */
export async function runTimer(moderator: Room, others: readonly Room[]): Promise<number> {
  await moderator.dock(text('facilitation.timer.start')).click()
  const dialog = moderator.page.getByRole('dialog', { name: text('facilitation.timer.title') })
  await expectAccessible(moderator.page, 'timer dialog')
  await dialog
    .getByRole('button', { name: text('facilitation.timer.preset', { count: 3 }), exact: true })
    .click()
  const rooms = [moderator, ...others]
  for (const room of rooms) {
    await expect(room.timer()).toBeVisible()
    await room.page.evaluate(watchTimer)
  }
  const apart = await differences(rooms.map(({ page }) => page))
  expect(apart, `milliseconds between the screens: ${apart}`).toBeLessThanOrEqual(timerToleranceMs)
  await picture(moderator.page, '30-timer')
  return apart
}

/** Runs in the page: notes when each second appears on this screen. */
function watchTimer(): void {
  const timer = document.querySelector('[role="timer"]')!
  const seen: Record<string, number> = {}
  Object.assign(window, { secondsSeen: seen })
  new MutationObserver(() => {
    seen[timer.textContent ?? ''] ??= performance.timeOrigin + performance.now()
  }).observe(timer, { characterData: true, childList: true, subtree: true })
}

/**
 * Median distance between the first and the last screen on which a second appeared, over five seconds. The median,
 * because three browsers share this machine's cores and one of them may be late once.
 */
async function differences(pages: readonly Page[]): Promise<number> {
  let spreads: number[] = []
  await expect(async () => {
    const seen = await Promise.all(
      pages.map((page) => page.evaluate(() => (window as unknown as Seen).secondsSeen)),
    )
    const seconds = Object.keys(seen[0]!).filter((second) => seen.every((screen) => second in screen))
    spreads = seconds.map((second) => {
      const moments = seen.map((screen) => screen[second]!)
      return Math.max(...moments) - Math.min(...moments)
    })
    expect(spreads.length).toBeGreaterThanOrEqual(5)
  }).toPass({ timeout: 30_000 })
  return Math.round(spreads.sort((a, b) => a - b)[Math.floor(spreads.length / 2)]!)
}

interface Seen {
  secondsSeen: Record<string, number>
}

export async function lockAndUnlock(moderator: Room, others: readonly Room[]): Promise<void> {
  await moderator.dockMenu(text('facilitation.dock.lock'))
  for (const room of others) await expect(room.page.getByText(text('room.notice.locked'))).toBeVisible()
  const [first] = others
  const add = first!.page.getByRole('button', { name: text('kinds.idea.label'), exact: true })
  await expect(add).toBeDisabled()
  await expectAccessible(first!.page, 'locked room')
  await picture(first!.page, '31-locked')
  await moderator.dock(text('facilitation.dock.unlock')).click()
  for (const room of others) await expect(room.page.getByText(text('room.notice.locked'))).toHaveCount(0)
  await expect(add).toBeEnabled()
}

/** Everybody has wandered off; one press brings them to what the moderator sees. */
export async function gather(moderator: Room, others: readonly Room[], pageName: string): Promise<void> {
  await moderator.browseTo(pageName)
  await moderator.show('board')
  await expect(moderator.page.locator('.tl-canvas')).toBeVisible()
  await moderator.dockMenu(text('facilitation.dock.gather'))
  for (const room of others) {
    await room.onPage(pageName)
    await expect(room.page.getByText(text('room.notice.gathered', { page: pageName })).first()).toBeVisible()
  }
  await picture(others[0]!.page, '32-gathered')
}

/** Saves a version, changes something, looks at the version and restores it; and takes the restoring back. */
export async function versionAndBack(moderator: Room, witness: Room, name: string): Promise<void> {
  const { page } = moderator
  const afterthought = 'Kam nach der Version dazu'
  await moderator.page.getByRole('button', { name: text('facilitation.dock.versions'), exact: true }).click()
  await page.getByLabel(text('facilitation.versions.name')).fill(name)
  await page.getByRole('button', { name: text('facilitation.versions.create') }).click()
  const entry = page.getByRole('listitem').filter({ hasText: name })
  await expect(entry).toBeVisible()
  await expectAccessible(page, 'versions')
  await picture(page, '33-versions')

  await witness.writeNote(afterthought)
  await moderator.show('list')
  await expect(moderator.line(afterthought)).toBeVisible()

  await entry.getByRole('button', { name: text('facilitation.versions.preview') }).click()
  const preview = page.getByRole('dialog', { name: text('facilitation.versions.previewTitle', { name }) })
  await expect(preview.getByRole('treegrid')).toBeVisible()
  await expect(preview.getByText(afterthought)).toHaveCount(0)
  await expectAccessible(page, 'preview of a version')
  await preview.getByRole('button', { name: text('common.close') }).click()

  await entry.getByRole('button', { name: text('facilitation.versions.restore') }).click()
  const question = page.getByRole('dialog', { name: text('facilitation.versions.restoreTitle') })
  await question.getByRole('button', { name: text('facilitation.versions.restore') }).click()
  await expect(moderator.line(afterthought)).toHaveCount(0)
  await expect(witness.line(afterthought)).toHaveCount(0)

  const toast = page
    .getByRole('status')
    .filter({ hasText: textLike('facilitation.versions.restored', { name }) })
  await toast.getByRole('button', { name: text('common.undo') }).click()
  await expect(moderator.line(afterthought)).toBeVisible()
  await expect(witness.line(afterthought)).toBeVisible()
}
