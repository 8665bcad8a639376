import { expect } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import { text } from './support/texts.ts'

test('a locked card is read and commented on by all, and changed by the moderation alone', async ({
  live,
}) => {
  const mara = await live.moderator()
  const toni = await live.guest({ name: 'Toni Teil' })
  await mara.writeNote('Das gilt')
  await mara.saved()
  const menu = (room = mara) => room.line('Das gilt').locator('[aria-haspopup]')
  await menu().click()
  await mara.page.getByRole('menuitem', { name: text('artefacts.lock.lock'), exact: true }).click()
  await expect(mara.line('Das gilt')).toContainText(text('artefacts.lock.locked'))

  await toni.show('list')
  await expect(toni.line('Das gilt')).toContainText(text('artefacts.lock.locked'))
  await expect(menu(toni)).toHaveCount(0)
  await toni.line('Das gilt').getByText('Das gilt').click()
  await expect(toni.panel('note')).toContainText(text('artefacts.lock.held'))
  await expect(toni.field('note', 'text')).toHaveAttribute('readonly', '')
  await expectAccessible(toni.page, 'locked card')
  await toni.page.keyboard.press('Escape')
  await toni.show('board')
  await expect(toni.card('Das gilt').first()).toBeVisible()
  await picture(toni.page, '86-locked-card')

  await menu().click()
  await mara.page.getByRole('menuitem', { name: text('list.row.edit') }).click()
  await expect(mara.page.getByRole('treegrid').getByRole('textbox')).toBeFocused()
  await mara.page.keyboard.type(' ab heute')
  await mara.page.keyboard.press('Enter')
  await expect(toni.card('Das gilt ab heute').first()).toBeVisible()
  await menu().click()
  await mara.page.getByRole('menuitem', { name: text('artefacts.lock.unlock'), exact: true }).click()
  await toni.show('list')
  await expect(menu(toni)).toHaveCount(1)
})

test('what somebody writes offline on a card that is locked meanwhile is their draft, and added openly later @long', async ({
  live,
}) => {
  const mara = await live.moderator()
  const toni = await live.guest({ name: 'Toni Teil' })
  await mara.writeNote('Das gilt')
  await mara.saved()
  await toni.show('list')
  await toni.line('Das gilt').getByText('Das gilt').click()
  await expect(toni.field('note', 'text')).toHaveValue('Das gilt')
  await toni.page.context().setOffline(true)
  await toni.offline()
  await toni.field('note', 'text').fill('Das gilt erst ab Mai')
  await mara.line('Das gilt').locator('[aria-haspopup]').click()
  await mara.page.getByRole('menuitem', { name: text('artefacts.lock.lock'), exact: true }).click()
  await expect(mara.line('Das gilt')).toContainText(text('artefacts.lock.locked'))
  await toni.page.context().setOffline(false)

  await expect(toni.page.getByText(text('room.aside.banner', { count: 1 }))).toBeVisible()
  await expect(toni.field('note', 'text')).toHaveValue('Das gilt')
  await toni.page.reload()
  await toni.page.getByRole('button', { name: text('room.aside.show') }).click()
  const drafts = toni.page.getByRole('dialog', { name: text('room.aside.title') })
  await expect(drafts.getByRole('textbox')).toHaveValue('Das gilt erst ab Mai')
  await expectAccessible(toni.page, 'draft of what came too late')
  await picture(toni.page, '87-draft-of-what-came-too-late')
  await expect(mara.line('erst ab Mai')).toHaveCount(0)
  await drafts.getByRole('button', { name: text('room.aside.add', { page: '' }).split(':')[0]! }).click()
  await expect(mara.line('Das gilt erst ab Mai')).toHaveCount(1)
  await expect(toni.page.getByRole('button', { name: text('room.aside.show') })).toHaveCount(0)
})
