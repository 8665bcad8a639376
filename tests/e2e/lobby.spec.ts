import { expect } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import { text } from './support/texts.ts'

test('while the door is closed people wait, and come in by themselves once they are let in', async ({
  live,
  prepare,
  visit,
}) => {
  const mara = await live.moderator()
  await mara.dockMenu(text('facilitation.lobby.close'))
  const band = mara.page.getByRole('region', { name: text('facilitation.lobby.title') })
  await expect(band).toContainText(text('facilitation.lobby.closed'))
  const { token } = await prepare.invite(
    mara.page.context().request,
    live.workshop,
    'participant',
    live.groupId,
  )
  const toni = await visit('phone')
  await prepare.join(toni.context.request, token, 'Toni Teil')
  await toni.page.goto(live.path)
  await expect(toni.page.getByRole('heading', { name: text('room.lobby.title') })).toBeVisible()
  await expectAccessible(toni.page, 'lobby')
  await picture(toni.page, '87-lobby-phone')
  await expect(band).toContainText('Toni Teil')
  await picture(mara.page, '88-lobby-moderator')
  await band.getByRole('button', { name: text('facilitation.lobby.admitAll') }).click()
  await expect(toni.page.locator('[data-saved-state]')).toBeVisible()
  await expect(band).not.toContainText('Toni Teil')
  await band.getByRole('button', { name: text('facilitation.lobby.open') }).click()
  await expect(band).toHaveCount(0)
})
