import { expect } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { picture, pictureInBothThemes } from './support/pictures.ts'
import { text } from './support/texts.ts'

test('cards are linked by one gesture, the links are seen as arrows, and the gaps of the group lead to their cards', async ({
  live,
}) => {
  const moderator = await live.moderator()
  const { page } = moderator
  for (const [kind, words] of [
    ['observation', 'Alle rufen montags an'],
    ['insight', 'Stille ärgert mehr als Dauer'],
    ['idea', 'Ein Lotse für Anträge'],
  ] as const)
    await moderator.createInList(kind, words)
  await moderator.show('board')
  await page.locator('.tl-canvas').focus()
  await page.keyboard.press('Shift+1')

  await moderator.card('Alle rufen montags an').click()
  const handle = page.getByRole('button', { name: text('board.links.handle') })
  const [from, to] = [await handle.boundingBox(), await moderator.card('Stille ärgert').boundingBox()]
  await page.mouse.move(from!.x + 17, from!.y + 17)
  await page.mouse.down()
  await page.mouse.move(to!.x + to!.width / 2, to!.y + to!.height / 2, { steps: 8 })
  await picture(page, '61-verbinden')
  await page.mouse.up()
  await expect(
    page.getByRole('menuitem', { name: text('artefacts.link.typesBack.derivedFrom') }),
  ).toBeFocused()
  await picture(page, '62-wie-gehoert-das-zusammen')
  await page.keyboard.press('Enter')
  await expect(page.getByText(text('artefacts.link.done', { count: 1 }))).toBeVisible()

  await moderator.card('Ein Lotse').click()
  await handle.press('Enter')
  const dialog = page.getByRole('dialog', { name: text('artefacts.link.title') })
  await dialog.getByRole('checkbox', { name: /Stille ärgert/ }).check()
  await expectAccessible(page, 'linking cards')
  await picture(page, '63-verknuepfen')
  await dialog.getByRole('button', { name: text('artefacts.link.run', { count: 1 }) }).click()

  await page.getByRole('button', { name: /%/ }).click()
  await page.getByRole('menuitem', { name: text('board.tools.showLinks') }).click()
  await page.keyboard.press('Escape')
  await expect(
    page
      .getByRole('img', { name: text('board.links.count', { count: 2 }) })
      .or(page.getByRole('img', { name: text('board.links.count', { count: 1 }) })),
  ).toBeVisible()
  await pictureInBothThemes(page, '64-pfeile')

  await page.getByRole('button', { name: text('room.coverage.open') }).click()
  await expectAccessible(page, 'gaps of the trail')
  await pictureInBothThemes(page, '65-luecken')
  await page
    .getByRole('region', { name: new RegExp(text('room.coverage.gaps.untestedIdeas')) })
    .getByRole('button', { name: /Ein Lotse/ })
    .click()
  await page.getByRole('button', { name: text('artefacts.trail.open') }).click()
  const trail = page.getByRole('dialog')
  await expect(trail.getByRole('button', { name: /Alle rufen montags an/ })).toBeVisible()
  await expectAccessible(page, 'a whole trail')
  await pictureInBothThemes(page, '66-ganze-spur')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, '67-ganze-spur-telefon')
})

test('cards are laid into a cluster where they lie, and a card goes to its place on a matrix by numbers @long', async ({
  live,
}) => {
  const moderator = await live.moderator()
  const { page } = moderator
  page.setDefaultTimeout(60_000)
  for (const words of ['Wartezeit im Bürgerbüro', 'Wartezeiten im Bürgerbüro', 'Keiner geht ans Telefon'])
    await moderator.writeNote(words)
  await moderator.createInList('matrix', 'Wo drückt es')

  await moderator.line('Keiner geht ans Telefon').focus()
  await page.keyboard.press('v')
  const dialog = page.getByRole('dialog', { name: text('list.move.title', { count: 1 }) })
  const target = dialog.getByLabel(text('list.move.target'), { exact: true })
  const matrix = await target.locator('option', { hasText: 'Wo drückt es' }).getAttribute('value')
  await target.selectOption(matrix)
  await dialog.getByLabel(text('list.move.across')).fill('80')
  await dialog.getByLabel(text('list.move.up')).fill('20')
  await picture(page, '71-auf-die-matrix')
  await dialog.getByRole('button', { name: text('list.move.run') }).click()

  await moderator.show('board')
  await page.locator('.tl-canvas').focus()
  await page.keyboard.press('Shift+1')
  await moderator.card('Wartezeit im').click()
  await moderator.card('Wartezeiten im').click({ modifiers: ['Shift'] })
  await picture(page, '72-auswahl')
  await page.getByRole('button', { name: text('artefacts.clusters.together') }).click()
  await expect(page.getByText(text('artefacts.clusters.made', { count: 2 }))).toBeVisible()
  await page.keyboard.type('Warten')
  await page.keyboard.press('Enter')
  await expect(moderator.card('Warten').first()).toContainText(text('kinds.cluster.label'))
  await picture(page, '73-cluster')
  await page.getByRole('button', { name: text('room.coverage.open') }).click()
  await page
    .getByRole('region', { name: new RegExp(text('room.coverage.repeated')) })
    .getByRole('button')
    .first()
    .click()
  await picture(page, '74-fast-gleich')
  await page.getByRole('dialog').getByRole('checkbox').first().check()
  await page.getByRole('button', { name: text('artefacts.clusters.merge') }).click()
  await expect(page.getByText(text('artefacts.clusters.merged', { count: 1 }))).toBeVisible()
})
