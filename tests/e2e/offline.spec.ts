import { expect } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import { text } from './support/texts.ts'

test('without a server two people go on writing, and both texts are merged when it is back', async ({
  installation,
  live,
}) => {
  const anna = await live.guest({ name: 'Anna' })
  const jonas = await live.guest({ name: 'Jonas', device: 'phone' })
  await anna.writeNote('Gemeinsamer Anfang.')
  await anna.line('Gemeinsamer Anfang.').click()
  await jonas.show('list')
  await jonas.line('Gemeinsamer Anfang.').click()
  await expect(jonas.field('note', 'text')).toHaveValue('Gemeinsamer Anfang.')
  await anna.saved()

  await installation.stop()
  await anna.offline()
  await jonas.offline()
  await expect(anna.page.getByText(text('room.notice.offline'))).toBeVisible()
  await expectAccessible(anna.page, 'offline')
  await picture(anna.page, '40-offline')

  await anna.field('note', 'text').press('Control+Home')
  await anna.field('note', 'text').pressSequentially('Vorne von Anna. ')
  await jonas.field('note', 'text').press('Control+End')
  await jonas.field('note', 'text').pressSequentially(' Hinten von Jonas.')
  await anna.offline()

  await installation.run()
  await anna.saved()
  await jonas.saved()
  const merged = 'Vorne von Anna. Gemeinsamer Anfang. Hinten von Jonas.'
  await expect(anna.field('note', 'text')).toHaveValue(merged)
  await expect(jonas.field('note', 'text')).toHaveValue(merged)
  await expect(anna.page.getByText(text('room.notice.offline'))).toHaveCount(0)
})

test('what was written offline survives closing the page before the server is back', async ({
  installation,
  live,
}) => {
  const anna = await live.guest({ name: 'Anna' })
  await anna.writeNote('Anfang')
  await anna.line('Anfang').click()
  await anna.saved()
  await installation.stop()
  await anna.offline()
  await anna.field('note', 'text').press('Control+End')
  await anna.field('note', 'text').pressSequentially(', offline ergänzt')

  const { page } = anna
  const address = page.url()
  await page.evaluate(untilStoredOnDevice)
  await page.close()
  await installation.run()
  const again = await page.context().newPage()
  await again.goto(address)
  const witness = await live.guest({ name: 'Zeugin' })
  await witness.show('list')
  await expect(witness.line('Anfang, offline ergänzt')).toBeVisible()
})

/** Runs in the page: reading comes after every write that the keystrokes have begun, a few milliseconds in all. */
async function untilStoredOnDevice(): Promise<void> {
  const all = await indexedDB.databases()
  for (const { name } of all.filter(
    (each) => each.name?.startsWith('werkraum:') && each.name !== 'werkraum:probe',
  )) {
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open(name!)
      opening.onerror = () => reject(new Error(`cannot open ${name}`))
      opening.onsuccess = () => {
        const reading = opening.result.transaction([...opening.result.objectStoreNames], 'readonly')
        reading.objectStore(opening.result.objectStoreNames[0]!).count()
        reading.oncomplete = () => resolve(opening.result.close())
      }
    })
  }
}
