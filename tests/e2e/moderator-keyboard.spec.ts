import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { test } from './support/fixtures.ts'
import { Keyboard } from './support/keyboard.ts'
import { Room } from './support/room.ts'
import { text } from './support/texts.ts'

test.use({ isNew: true })

test('a moderator goes from the set-up link to the files of a meeting without a mouse @long', async ({
  installation,
  prepare,
  visit,
}) => {
  test.slow()
  const { page } = await visit('desktop')
  const keys = new Keyboard(page)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const dialog = page.getByRole('dialog')
  const panel = page.getByRole('complementary', { name: text('room.panel.label') })
  const inPanel = (name: string) => panel.getByRole('button', { name, exact: true })
  const group = text('workshop.create.groupDefault', { number: 1 })

  await test.step('sets up and founds a workshop', async () => {
    await page.goto(installation.setUpLink())
    await keys.write(page.getByLabel(text('account.name'), { exact: true }), 'Mara Moderation')
    await keys.write(page.getByLabel(text('account.email')), 'mara@example.org')
    await keys.write(page.getByLabel(text('account.password'), { exact: true }), 'vier Wörter sind genug')
    await page.keyboard.press('Enter')
    await keys.write(dialog.getByLabel(text('workshop.create.name')), 'Ohne Maus')
    await page.keyboard.press('Enter')
    // Founding takes much of somebody's share of the server; on a busy machine what they ask next waits for it
    const heading = page.getByRole('heading', { level: 1, name: 'Ohne Maus' })
    await expect(heading).toBeVisible({ timeout: 60_000 })
  })

  const link = await test.step('invites', async () => {
    await keys.tabTo(page.getByRole('tab', { name: text('workshop.overview.groups') }))
    await page.keyboard.press('ArrowRight')
    await keys.press(page.getByRole('button', { name: text('workshop.invites.create') }).first())
    await keys.tabTo(dialog.getByLabel(text('workshop.invites.group')))
    await page.keyboard.type(group)
    await keys.press(dialog.getByRole('button', { name: text('workshop.invites.submit') }))
    const ready = page.getByRole('dialog', { name: text('workshop.invites.readyTitle') })
    const made = await ready.getByLabel(text('workshop.invites.link')).inputValue()
    await keys.press(ready.getByRole('button', { name: text('workshop.invites.done') }))
    await expect(ready).toHaveCount(0)
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
    return made
  })

  await keys.tabTo(page.getByRole('tab', { name: text('workshop.overview.invites') }), 'Shift+Tab')
  await page.keyboard.press('ArrowLeft')
  await keys.press(page.getByRole('link', { name: text('workshop.overview.enterGroup', { name: group }) }))
  const room = new Room(page)
  await room.saved()

  const guest = await visit('desktop')
  const [, , workshopId, , groupId] = new URL(page.url()).pathname.split('/')
  await prepare.join(guest.context.request, new URL(link).hash.slice(1), 'Anna')
  await guest.page.goto(`/werkstatt/${workshopId}/gruppe/${groupId}`)
  const anna = new Room(guest.page)
  await anna.saved()

  await test.step('leads everybody to a page of the rail', async () => {
    await keys.region('nav[data-region=pages]')
    await keys.press(page.getByRole('navigation').getByRole('button', { name: 'Ideen', exact: true }))
    await keys.region('section[data-region=dock]')
    await keys.press(room.dock(text('facilitation.dock.openForAll', { page: 'Ideen' })))
    await anna.onPage('Ideen')
  })

  await test.step('lets them write in silence, and reveals', async () => {
    await keys.press(room.dock(text('facilitation.silent.begin.label')))
    await keys.choose(text('facilitation.silent.begin.anonymous'))
    const desk = guest.page.getByRole('complementary', { name: text('facilitation.silent.band') })
    for (const idea of ['Ein Rückruf am selben Tag', 'Anträge ohne Papier']) {
      await desk.getByRole('textbox').first().fill(idea)
      await desk.getByRole('button', { name: text('facilitation.silent.add') }).click()
    }
    await expect(desk.getByText(text('facilitation.silent.saved.saved'), { exact: true })).toBeVisible()
    await keys.press(room.dock(text('facilitation.silent.reveal.label')), 'Shift+Tab')
    await keys.choose(text('facilitation.silent.reveal.all'))
    await expect(room.card('Anträge ohne Papier')).toBeVisible()
  })

  await test.step('lets them vote, and counts', async () => {
    await keys.region('section[data-region=dock]')
    await keys.press(room.dock(text('votes.one')))
    await keys.press(inPanel(text('votes.new')))
    await keys.write(panel.getByLabel(text('votes.form.question'), { exact: true }), 'Womit fangen wir an?')
    // A trial is counted with a single ballot, too
    await keys.tabTo(panel.getByRole('checkbox', { name: text('votes.form.trial') }))
    await page.keyboard.press('Space')
    await keys.press(inPanel(text('votes.form.save')))
    await keys.press(inPanel(text('votes.act.open')))
    await guest.page
      .getByRole('button', { name: text('votes.dots.more', { card: 'Anträge ohne Papier' }) })
      .click()
    await expect(panel).toContainText(text('votes.turnout', { count: 1 }))
    await keys.press(inPanel(text('votes.act.close')))
    await keys.press(inPanel(text('votes.act.count')))
    await keys.press(dialog.getByRole('button', { name: text('votes.act.count'), exact: true }))
    await expect(page.getByRole('region', { name: text('votes.result.title') })).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('plans a meeting, runs it and ends it', async () => {
    await keys.region('section[data-region=dock]')
    await keys.press(room.dock(text('agenda.title')))
    await keys.press(inPanel(text('agenda.newMeeting')))
    await keys.write(dialog.getByLabel(text('agenda.fields.title'), { exact: true }), 'Dritte Sitzung')
    await page.keyboard.press('Enter')
    await keys.press(inPanel(text('agenda.addStep')))
    await keys.write(dialog.getByLabel(text('agenda.fields.title'), { exact: true }), 'Ankommen')
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await keys.press(inPanel(text('agenda.run')), 'Shift+Tab')
    await keys.press(inPanel(text('agenda.start')))
    await expect(guest.page.getByText(text('agenda.stepOf', { number: 1, count: 1 }))).toBeVisible()
    await keys.press(inPanel(text('agenda.end')))
    await expect(guest.page.getByText(text('agenda.stepOf', { number: 1, count: 1 }))).toHaveCount(0)
    await page.keyboard.press('Escape')
  })

  await test.step('keeps a version', async () => {
    await keys.region('header')
    await keys.press(button(text('facilitation.dock.versions')))
    await keys.write(page.getByLabel(text('facilitation.versions.name')), 'Nach den Ideen')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('listitem').filter({ hasText: 'Nach den Ideen' })).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('takes the file home', async () => {
    await keys.region('header')
    await keys.press(button(text('room.export.label')))
    await keys.choose(text('room.export.markdown'))
    const waiting = page.waitForEvent('download')
    await keys.press(dialog.getByRole('button', { name: text('workshop.exports.download') }))
    const file = await readFile(await (await waiting).path(), 'utf8')
    expect(file).toContain('Anträge ohne Papier')
  })

  await test.step('sends them into breakouts, and calls them back', async () => {
    await guest.page.goto(`/werkstatt/${workshopId}/gruppe/${await plenumOf(workshopId!)}`)
    await anna.saved()
    await keys.region('section[data-region=dock]')
    await keys.press(room.dock(text('facilitation.dock.more')))
    await keys.choose(text('facilitation.dock.allRooms'))
    const first = text('rooms.breakouts.name', { number: 1 })
    await keys.press(button(text('rooms.breakouts.form')))
    await keys.tabTo(dialog.getByLabel('Anna'))
    await page.keyboard.type(first)
    await keys.press(dialog.getByRole('button', { name: text('rooms.breakouts.go'), exact: true }))
    await expect(page.getByRole('heading', { name: first })).toBeVisible()
    await keys.press(button(text('rooms.breakouts.close')))
    await keys.press(dialog.getByRole('button', { name: text('rooms.breakouts.close'), exact: true }))
    await expect(button(text('rooms.breakouts.form'))).toBeVisible()
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
  })

  async function plenumOf(id: string): Promise<string> {
    const response = await page.request.get(`/api/workshops/${id}`)
    const { groups } = (await response.json()) as { groups: { id: string; kind: string }[] }
    return groups.find(({ kind }) => kind === 'plenum')!.id
  }
})
