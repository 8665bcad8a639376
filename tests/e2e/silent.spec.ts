import { expect } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import type { Room } from './support/room.ts'
import { text, textLike } from './support/texts.ts'

const desk = (room: Room) => room.page.getByRole('complementary', { name: text('facilitation.silent.band') })
const late = (room: Room) =>
  room.page.getByRole('complementary', { name: text('facilitation.silent.revealed.title') })

async function write(room: Room, words: string): Promise<void> {
  await desk(room).getByRole('textbox').first().fill(words)
  await desk(room)
    .getByRole('button', { name: text('facilitation.silent.add') })
    .click()
  await expect(desk(room).getByText(text('facilitation.silent.saved.saved'), { exact: true })).toBeVisible()
}

test('a group writes in silence, on a laptop and a phone, and sees everything at once when it is revealed', async ({
  live,
}) => {
  const moderator = await live.moderator()
  const [anna, jonas] = [
    await live.guest({ name: 'Anna' }),
    await live.guest({ name: 'Jonas', device: 'phone' }),
  ]
  await moderator.dock(text('facilitation.silent.begin.label')).click()
  await moderator.page.getByRole('menuitem', { name: text('facilitation.silent.begin.anonymous') }).click()

  await expect(desk(anna)).toContainText(text('facilitation.silent.promise.anonymous'))
  await write(anna, 'Anträge ohne Papier')
  await write(anna, 'Ein Konto für alles')
  await write(jonas, 'Rückruf statt Warteschleife')
  await expect(desk(anna)).toContainText(text('facilitation.silent.count', { count: 3 }))
  const ownOnBoard = (room: Room) => room.page.locator('[data-own-card]')
  await expect(ownOnBoard(anna)).toHaveCount(2)
  await expect(ownOnBoard(moderator)).toHaveCount(0)
  await expectAccessible(anna.page, 'silent writing')
  await picture(anna.page, '41-still-schreiben')
  await picture(jonas.page, '42-still-schreiben-telefon')
  await picture(moderator.page, '43-still-moderation')
  for (const other of [moderator, jonas]) {
    await other.show('list')
    await expect(other.page.getByText('Anträge ohne Papier')).toHaveCount(0)
  }

  await anna.page.reload()
  await anna.saved()
  await expect(desk(anna).getByRole('textbox').nth(2)).toHaveValue('Anträge ohne Papier')
  await desk(anna).getByRole('textbox').nth(2).fill('Anträge ganz ohne Papier')
  await expect(desk(anna).getByText(text('facilitation.silent.saved.saved'), { exact: true })).toBeVisible()
  await desk(anna).getByRole('textbox').first().fill('Halb geschriebener Ged')

  await moderator.dock(text('facilitation.silent.reveal.label')).click()
  await moderator.page.getByRole('menuitem', { name: text('facilitation.silent.reveal.all') }).click()
  await anna.show('list')
  for (const room of [moderator, anna, jonas])
    for (const words of ['Anträge ganz ohne Papier', 'Ein Konto für alles', 'Rückruf statt Warteschleife'])
      await expect(room.line(words)).toHaveCount(1)
  await expect(moderator.page.getByText('Anna', { exact: true })).toHaveCount(0)
  await expect(ownOnBoard(anna)).toHaveCount(0)

  await expect(late(anna).getByRole('textbox')).toHaveValue('Halb geschriebener Ged')
  await picture(anna.page, '44-nicht-mit-aufgedeckt')
  await late(anna)
    .getByRole('button', { name: text('facilitation.silent.addOpenly') })
    .click()
  await expect(moderator.line('Halb geschriebener Ged')).toHaveCount(1)
  await expect(late(anna)).toHaveCount(0)
})

test('what somebody wrote in silence while offline is theirs after the revealing', async ({
  installation,
  live,
}) => {
  const moderator = await live.moderator()
  const anna = await live.guest({ name: 'Anna' })
  await moderator.dock(text('facilitation.silent.begin.label')).click()
  await moderator.page.getByRole('menuitem', { name: text('facilitation.silent.begin.named') }).click()
  await write(anna, 'Rechtzeitig')
  await anna.page.context().setOffline(true)
  await anna.offline()
  await desk(anna).getByRole('textbox').first().fill('Im Zug geschrieben')
  await desk(anna)
    .getByRole('button', { name: text('facilitation.silent.add') })
    .click()
  await expect(desk(anna).getByText(textLike('facilitation.silent.saved.here'))).toBeVisible()

  await moderator.dock(text('facilitation.silent.reveal.label')).click()
  await moderator.page.getByRole('menuitem', { name: text('facilitation.silent.reveal.all') }).click()
  await moderator.show('list')
  await expect(moderator.line('Rechtzeitig')).toHaveCount(1)
  await anna.page.context().setOffline(false)
  await expect(late(anna).getByRole('textbox')).toHaveValue('Im Zug geschrieben')
  await expect(moderator.page.getByText('Im Zug geschrieben')).toHaveCount(0)
  expect(installation.printed()).not.toContain('Im Zug')
})

test('words begun on a phone are still there after a silent step and after a look at the list', async ({
  live,
}) => {
  const moderator = await live.moderator()
  const jonas = await live.guest({ name: 'Jonas', device: 'phone' })
  const quick = jonas.page.getByPlaceholder(text('artefacts.quick.placeholder'))
  await quick.fill('Halb geschriebener Ged')
  await moderator.dock(text('facilitation.silent.begin.label')).click()
  await moderator.page.getByRole('menuitem', { name: text('facilitation.silent.begin.named') }).click()
  await write(jonas, 'Noch für mich')
  await moderator.dock(text('facilitation.silent.reveal.label')).click()
  await moderator.page.getByRole('menuitem', { name: text('facilitation.silent.reveal.stop') }).click()
  await expect(quick).toHaveValue('Halb geschriebener Ged')
  await jonas.page.getByRole('button', { name: text('facilitation.silent.left', { count: 1 }) }).click()
  const kept = jonas.page.getByRole('heading', { name: text('facilitation.silent.kept.title') })
  await expect(kept).toBeVisible()
  await moderator.dock(text('facilitation.silent.begin.label')).click()
  await moderator.page.getByRole('menuitem', { name: text('facilitation.silent.reveal.all') }).click()
  await expect(quick).toHaveValue('Halb geschriebener Ged')
  await jonas.show('list')
  await jonas.show('write')
  await expect(quick).toHaveValue('Halb geschriebener Ged')
})
