import { expect } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { picture, pictureInBothThemes } from './support/pictures.ts'
import type { Room } from './support/room.ts'
import { text, textLike } from './support/texts.ts'

const section = (room: Room) =>
  room.page.getByRole('region', { name: text('artefacts.comments.title'), exact: true })
const field = (room: Room) => section(room).getByLabel(text('artefacts.comments.write'))
const commentsButton = (room: Room) =>
  room.page.getByRole('banner').getByRole('button', { name: textLike('room.comments.buttonNoneNew') })

test('a card is spoken about: called, answered, seen on the board and the phone, ticked off, undone', async ({
  live,
}) => {
  const moderator = await live.moderator()
  const [anna, jonas] = [
    await live.guest({ name: 'Anna' }),
    await live.guest({ name: 'Jonas', device: 'phone' }),
  ]
  await anna.writeNote('Anträge ohne Papier')
  await anna.line('Anträge ohne Papier').focus()
  await anna.page.keyboard.press('k')
  await expect(field(anna)).toBeFocused()
  await anna.page.keyboard.type('Geht das auch am Tresen, @Jon')
  await expect(section(anna).getByRole('option', { name: 'Jonas' })).toBeVisible()
  await picture(anna.page, '51-kommentar-rufen')
  await anna.page.keyboard.press('Enter')
  await anna.page.keyboard.press('Control+Enter')
  await anna.saved()

  const call = jonas.page.getByText(
    text('room.comments.called', { name: 'Anna', card: 'Anträge ohne Papier' }),
  )
  await expect(call).toBeVisible()
  await picture(jonas.page, '52-gerufen-telefon')
  await jonas.page.getByRole('button', { name: text('room.comments.show') }).click()
  await expect(section(jonas).getByText(text('artefacts.comments.fresh'), { exact: true })).toBeVisible()
  await section(jonas)
    .getByRole('button', { name: text('artefacts.comments.answer'), exact: true })
    .click()
  await section(jonas)
    .getByLabel(text('artefacts.comments.answerTo', { name: 'Anna' }))
    .fill('Mit einem Tablet ja.')
  await section(jonas)
    .getByRole('button', { name: text('artefacts.comments.answer'), exact: true })
    .click()
  await picture(jonas.page, '53-antwort-telefon')
  await expect(section(anna).getByText('Mit einem Tablet ja.')).toBeVisible()
  await expectAccessible(anna.page, 'comments of a card')
  await pictureInBothThemes(anna.page, '54-kommentare')

  await commentsButton(moderator).click()
  const panel = moderator.page.getByRole('tabpanel')
  await expect(panel.getByText('Anträge ohne Papier')).toBeVisible()
  await expectAccessible(moderator.page, 'list of comments')
  await picture(moderator.page, '55-offene-kommentare')
  await panel.getByRole('button').first().click()
  await expect(moderator.card('Anträge ohne Papier')).toContainText('2')
  await picture(moderator.page, '56-kommentar-auf-der-tafel')

  await section(moderator)
    .getByRole('button', { name: text('artefacts.comments.done') })
    .click()
  await expect(section(anna).getByText(text('artefacts.comments.finished', { count: 1 }))).toBeVisible()
  await moderator.saved()
  expect(await live.file('markdown')).not.toContain('Tablet')
})

test('who only reads may comment, and nothing else', async ({ live }) => {
  const anna = await live.guest({ name: 'Anna' })
  await anna.writeNote('Ein Konto für alles')
  const olga = await live.guest({ name: 'Olga', role: 'observer' })
  await olga.show('list')
  await olga.line('Ein Konto für alles').getByRole('button').click()
  await field(olga).fill('Das gibt es in Lüne schon.')
  await field(olga).press('Control+Enter')
  await olga.saved()
  await anna.line('Ein Konto für alles').getByRole('button').first().click()
  await expect(section(anna).getByText('Das gibt es in Lüne schon.')).toBeVisible()
})
