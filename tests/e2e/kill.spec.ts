import { expect } from '@playwright/test'
import { test } from './support/fixtures.ts'
import { text } from './support/texts.ts'

test('R1: what was shown as saved is still there after the server was killed while somebody wrote', async ({
  installation,
  live,
}) => {
  const anna = await live.guest({ name: 'Anna' })
  await anna.writeNote('Anfang.')
  await anna.line('Anfang.').click()
  const field = anna.field('note', 'text')
  await field.press('End')

  let acknowledged = ''
  for (let n = 1; n <= 12; n++) {
    await field.pressSequentially(` Satz ${n} steht.`)
    await anna.saved()
    acknowledged = await field.inputValue()
  }
  // In the middle of writing, not in a pause.
  const writing = field.pressSequentially(' Das hier kam vielleicht nicht mehr an.', { delay: 5 })
  await installation.kill()
  await writing
  await anna.page.context().close()

  await installation.run()
  const witness = await live.guest({ name: 'Zeugin' })
  await witness.show('list')
  await witness.line('Anfang.').click()
  await expect(witness.field('note', 'text')).toHaveValue(new RegExp(`^${acknowledged}`))
})

test('people go on where they were after a crash, without doing anything @long', async ({
  installation,
  live,
}) => {
  const anna = await live.guest({ name: 'Anna' })
  const jonas = await live.guest({ name: 'Jonas' })
  await anna.writeNote('Vor dem Absturz')
  await jonas.show('list')
  await expect(jonas.line('Vor dem Absturz')).toBeVisible()

  await installation.kill()
  await anna.offline()
  await installation.run()
  await anna.saved()
  await jonas.saved()
  await jonas.writeNote('Nach dem Absturz')
  await expect(anna.line('Nach dem Absturz')).toBeVisible()
  await expect(anna.page.getByText(text('room.notice.offline'))).toHaveCount(0)
})
