import { expect } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import { text } from './support/texts.ts'

test.setTimeout(400_000)

test('a task for in between is on one’s own page; all rooms are seen, told something, called back and sent out', async ({
  live,
}) => {
  const mara = await live.moderator()
  const toni = await live.guest({ name: 'Toni Teil' })
  const phone = await live.guest({ name: 'Imke Handy', device: 'phone' })
  const plenum = live.workshop.groups.find(({ kind }) => kind === 'plenum')!
  const own = `/werkstaetten/${live.workshop.id}/meine`
  const button = (name: string, page = mara.page) => page.getByRole('button', { name, exact: true })

  await test.step('nothing is open yet, and the page says so', async () => {
    await toni.page.goto(own)
    await expect(toni.page.getByText(text('own.nothing'))).toBeVisible()
    await expectAccessible(toni.page, 'own page, empty')
  })

  await test.step('a moderator sets a task with a deadline', async () => {
    await button(text('agenda.title')).click()
    await button(text('agenda.ownTime.add')).click()
    const dialog = mara.page.getByRole('dialog')
    await dialog.getByLabel(text('agenda.fields.title'), { exact: true }).fill('Zwei Ideen aufschreiben')
    await expectAccessible(mara.page, 'task for in between')
    await picture(mara.page, '75-own-time-dialog')
    await dialog.getByRole('button', { name: text('common.save') }).click()
    await expect(mara.page.getByText(text('agenda.ownTime.started'))).toBeVisible()
    await picture(mara.page, '76-own-time')
  })

  await test.step('it waits on the own page, with minutes, and leads to its page', async () => {
    await toni.page.reload()
    await expect(toni.page.getByRole('heading', { name: 'Zwei Ideen aufschreiben' })).toBeVisible()
    await expect(toni.page.getByText(text('own.total', { count: 20 }))).toBeVisible()
    await expectAccessible(toni.page, 'own page')
    await picture(toni.page, '77-own-page')
    await phone.page.goto(own)
    await expect(phone.page.getByRole('heading', { name: 'Zwei Ideen aufschreiben' })).toBeVisible()
    await picture(phone.page, '78-own-page-phone')
    await toni.page.getByRole('link', { name: /Zwei Ideen aufschreiben/ }).click()
    await toni.saved()
    await expect(toni.page.getByText(/^bis /).first()).toBeVisible()
  })

  await test.step('all rooms at a glance, and a word to all of them', async () => {
    await mara.dockMenu(text('facilitation.dock.allRooms'))
    await expect(mara.page.getByRole('heading', { name: 'Bürgerservice' })).toBeVisible()
    await expectAccessible(mara.page, 'all rooms')
    await picture(mara.page, '79-all-rooms')
    await button(text('rooms.orders.message')).press('Enter')
    await expect(mara.page.getByRole('dialog').getByRole('textbox')).toBeFocused()
    await mara.page.keyboard.type('Noch fünf Minuten, bitte.')
    await button(text('rooms.orders.send')).click()
    const message = toni.page.getByRole('region', { name: text('call.message') })
    await expect(message).toContainText('Noch fünf Minuten, bitte.')
    await picture(toni.page, '80-message')
    await message.getByRole('button', { name: text('call.read') }).click()
    await expect(message).toHaveCount(0)
  })

  await test.step('groups are called back and sent out again', async () => {
    await button(text('rooms.orders.callBack', { plenum: plenum.name })).click()
    await toni.page.getByRole('button', { name: text('call.go', { group: plenum.name }) }).click()
    await expect(toni.page).toHaveURL(new RegExp(plenum.id))
    await toni.saved()
    await button(text('rooms.orders.sendOut')).click()
    await toni.page.getByRole('button', { name: text('call.go', { group: 'Bürgerservice' }) }).click()
    await expect(toni.page).toHaveURL(new RegExp(live.groupId))
    await toni.saved()
  })
})
