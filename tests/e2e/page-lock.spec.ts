import { expect } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import { text } from './support/texts.ts'

test('a page that is locked is read by all and worked on by the moderation, until it is open again @long', async ({
  live,
}) => {
  const mara = await live.moderator()
  const toni = await live.guest({ name: 'Toni Teil' })
  await mara.dockMenu(text('facilitation.dock.lockPage'))
  await expect(toni.page.getByText(text('room.notice.pageClosed'))).toBeVisible()
  await expect(mara.page.getByText(text('room.notice.pageLockedForOthers'))).toBeVisible()
  await expectAccessible(mara.page, 'locked page')
  await picture(mara.page, '81-page-locked')
  await mara.writeNote('Das bleibt jetzt so')
  await mara.saved()
  await toni.show('list')
  await expect(toni.line('Das bleibt jetzt so')).toBeVisible()
  await mara.dockMenu(text('facilitation.dock.unlockPage'))
  await expect(toni.page.getByText(text('room.notice.pageClosed'))).toHaveCount(0)
  await toni.writeNote('Und das kommt dazu')
  await expect(mara.line('Und das kommt dazu')).toBeVisible()
})
