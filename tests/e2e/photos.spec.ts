import { expect } from '@playwright/test'
import { pixelsOf } from '#server/images/clean-image.ts'
import { imageOrientation } from '#shared/base/image-orientation.ts'
import { picturesThatTell } from '#tests/support/images.ts'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'

test('a photo that was taken upright is stored upright, so that every program shows it so', async ({
  live,
}) => {
  const moderator = await live.moderator()
  await moderator.show('list')
  await moderator.createInList('persona', 'Frau Krause')
  await moderator.line('Frau Krause').click()
  const panel = moderator.panel('persona')
  // Four pixels by two, with the note that they are to be turned by a quarter
  const photo = picturesThatTell(6).jpeg
  await panel
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: photo })
  const shown = panel.getByRole('img', { name: /Frau Krause/ })
  await expect(shown).toHaveJSProperty('naturalWidth', 2)
  await expect(shown).toHaveJSProperty('naturalHeight', 4)
  await picture(moderator.page, 'photo')
  const answer = await moderator.page.request.get((await shown.getAttribute('src'))!)
  const stored = await answer.body()
  expect(imageOrientation(stored)).toBe(1)
  expect(pixelsOf(stored)).toMatchObject({ width: 2, height: 4 })
})
