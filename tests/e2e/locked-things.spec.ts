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
