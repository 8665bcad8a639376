import { expect, type Locator, type Page } from '@playwright/test'
import type { Meeting } from '#shared/agenda/meeting.ts'
import { readClientFrame } from '#shared/protocol/frames.ts'
import { commandNames } from '#shared/workshop/command-rights.ts'
import { meetingWith, plannedStep } from '#tests/support/agenda.ts'
import { test } from './support/fixtures.ts'
import { Keyboard } from './support/keyboard.ts'
import type { Room } from './support/room.ts'
import { text } from './support/texts.ts'

/*
 * Every command there is, given without a mouse. That each is named here, `tests/unit/commands-by-keyboard.test.ts` looks at
 * in every run.
 */

type Name = (typeof commandNames)[number]

/** The server's alone. */
const GIVEN_BY_NOBODY: Name[] = ['knock']

test.setTimeout(600_000)

test('every command that a meeting knows is given by keyboard @long', async ({ live, prepare, visit }) => {
  const moderator = await live.moderator()
  const toni = await live.guest({ name: 'Toni Teil' })
  const given = new Set<string>()
  for (const room of [moderator, toni]) {
    listen(room.page, given)
    await room.page.reload()
    await room.saved()
  }
  const { page } = moderator
  const keys = new Keyboard(page)
  const hers = new Keyboard(toni.page)
  const button = (name: string, inside: Page | Locator = page) =>
    inside.getByRole('button', { name, exact: true })
  const panel = page.getByRole('complementary', { name: text('room.panel.label') })
  const done = async (...names: Name[]) => {
    for (const name of names) await expect.poll(() => [...given], name).toContain(name)
  }
  const choose = (name: string) => chooseIn(moderator, keys, name)

  await test.step('where the group is', async () => {
    await keys.region('section[data-region=dock]')
    await keys.press(
      page
        .getByRole('region', { name: text('facilitation.dock.label') })
        .getByRole('button', { name: /^Weiter: / }),
    )
    await done('openPage')
    await choose(text('facilitation.dock.gather'))
    await done('gather')
    await keys.region('nav[data-region=pages]')
    await keys.press(page.getByRole('navigation').getByRole('button', { name: 'Ideen', exact: true }))
    await keys.region('section[data-region=dock]')
    await keys.press(moderator.dock(text('facilitation.dock.openForAll', { page: 'Ideen' })))
    await done('goToPhase')
  })

  await test.step('time', async () => {
    await keys.press(moderator.dock(text('facilitation.timer.start')))
    await keys.press(button(text('facilitation.timer.preset', { count: 8 }), page.getByRole('dialog')))
    for (const name of ['pause', 'resume', 'extend', 'end'])
      await keys.press(moderator.dock(text(`facilitation.timer.${name}`)))
    await done('startTimer', 'pauseTimer', 'resumeTimer', 'extendTimer', 'endTimer')
  })

  await test.step('locks', async () => {
    await choose(text('facilitation.dock.lock'))
    await keys.press(moderator.dock(text('facilitation.dock.unlock')))
    await choose(text('facilitation.dock.lockPage'))
    await choose(text('facilitation.dock.unlockPage'))
    await done('lock', 'unlock', 'lockPage', 'unlockPage')
  })

  await test.step('somebody who takes part', async () => {
    const step = (name: string) => button(text(name), toni.page)
    await hers.press(step('room.step.done'))
    await done('finish')
    await hers.press(step('room.step.doneSince'))
    await hers.press(step('room.step.raiseHand'))
    await hers.press(step('room.step.lowerHand'))
    await done('unfinish', 'raiseHand', 'lowerHand')
    for (const name of ['tickOff', 'takeDown']) {
      await hers.press(step('room.step.raiseHand'))
      const hands = moderator.dock(text('facilitation.dock.hands', { count: 1 }))
      await expect(hands).toBeVisible()
      if ((await button(text(`facilitation.hands.${name}`, { name: 'Toni Teil' })).count()) === 0)
        await keys.press(hands)
      await keys.press(button(text(`facilitation.hands.${name}`, { name: 'Toni Teil' })))
      await expect(step('room.step.raiseHand')).toBeVisible()
    }
    await done('tickOffHand', 'takeDownHand')
    for (const name of ['mute', 'unmute']) {
      if ((await button(text('room.people.more', { name: 'Toni Teil' })).count()) === 0)
        await keys.press(button(text('room.people.button', { count: 2 })))
      await keys.press(button(text('room.people.more', { name: 'Toni Teil' })))
      await keys.choose(text(`room.people.${name}`))
    }
    await done('mute', 'unmute')
  })

  await test.step('the agenda', async () => {
    const steps = ['Ankommen', 'Sammeln', 'Zeigen', 'Schluss'].map((title, n) =>
      plannedStep(`s${n}`, { title, mode: { type: title === 'Zeigen' ? 'discuss' : 'open' } }),
    )
    const { id: _, ...meeting }: Meeting = meetingWith(steps, { startsAt: null })
    const { origin } = new URL(page.url())
    const answer = await page.context().request.post(`${origin}/api/workshops/${live.workshop.id}/meetings`, {
      data: meeting,
      headers: { origin },
    })
    expect(answer.status()).toBe(201)
    await page.reload()
    await moderator.saved()
    await keys.press(button(text('agenda.title')))
    await keys.press(button(text('agenda.run'), panel))
    await keys.press(button(text('agenda.start'), panel))
    await keys.press(button(text('agenda.next', { title: 'Sammeln' }), panel))
    await keys.press(button(text('agenda.undo'), panel))
    await keys.press(button(text('agenda.skip', { title: 'Sammeln' }), panel))
    await done('startStep', 'nextStep', 'undoStep', 'skipStep')
    await hers.press(toni.page.getByRole('button', { name: text('facilitation.reactions.react') }))
    await hers.choose(text('facilitation.reactions.words.agree'))
    await done('react')
    await choose(text('facilitation.reactions.switchOff'))
    await keys.press(button(text('agenda.back'), panel), 'Shift+Tab')
    await choose(text('agenda.modes.locked'))
    const onward = panel.getByRole('button', { name: /^Weiter: / })
    for (const end = button(text('agenda.end'), panel); (await end.count()) === 0;) {
      const next = await onward.textContent()
      await keys.press(onward, 'Shift+Tab')
      await expect(onward.filter({ hasText: next ?? '' })).toHaveCount(0)
    }
    await keys.press(button(text('agenda.end'), panel))
    await done('switchReactions', 'backStep', 'setMode', 'endStep')
  })

  await test.step('a task for in between', async () => {
    await keys.press(button(text('agenda.ownTime.add'), panel))
    const dialog = page.getByRole('dialog')
    await keys.write(dialog.getByLabel(text('agenda.fields.title'), { exact: true }), 'Zwei Ideen')
    await keys.press(button(text('common.save'), dialog))
    await keys.press(button(text('agenda.ownTime.edit', { title: 'Zwei Ideen' }), panel))
    await keys.write(dialog.getByLabel(text('agenda.fields.title'), { exact: true }), 'Drei Ideen')
    await keys.press(button(text('common.save'), dialog))
    await keys.press(button(text('agenda.ownTime.conclude', { title: 'Drei Ideen' }), panel))
    await done('changeStep', 'concludeStep')
  })

  await test.step('silence', async () => {
    await keys.press(moderator.dock(text('facilitation.silent.begin.label')))
    await keys.choose(text('facilitation.silent.begin.anonymous'))
    const desk = toni.page.getByRole('complementary', { name: text('facilitation.silent.band') })
    for (const idea of ['Ein Anruf weniger', 'Ein Formular weniger']) {
      await hers.write(desk.getByRole('textbox').first(), idea)
      await hers.press(button(text('facilitation.silent.add'), desk))
    }
    await expect(desk.getByText(text('facilitation.silent.saved.saved'), { exact: true })).toBeVisible()
    await keys.press(moderator.dock(text('facilitation.silent.reveal.label')))
    await keys.choose(text('facilitation.silent.reveal.all'))
    await done('revealDrafts')
  })

  await test.step('a vote', async () => {
    await keys.press(moderator.dock(text('votes.one')))
    const prepare = async () => {
      await keys.press(button(text('votes.new'), panel))
      await keys.write(panel.getByLabel(text('votes.form.question'), { exact: true }), 'Was zuerst?')
      await keys.tabTo(panel.getByLabel(text('votes.form.trial'), { exact: true }))
      await page.keyboard.press('Space')
      await keys.press(button(text('votes.form.save'), panel))
    }
    await prepare()
    for (const act of ['open', 'close', 'reopen', 'close', 'count'])
      await keys.press(button(text(`votes.act.${act}`), panel))
    await keys.press(button(text('votes.act.count'), page.getByRole('dialog')))
    await keys.press(button(text('votes.back'), panel), 'Shift+Tab')
    await prepare()
    await keys.press(button(text('votes.act.discard'), panel))
    const asked = page.getByRole('dialog')
    if ((await asked.count()) > 0) await keys.press(button(text('votes.act.discard'), asked))
    await done('prepareVote', 'openVote', 'closeVote', 'reopenVote', 'countVote', 'discardVote')
  })

  await test.step('the door', async () => {
    await choose(text('facilitation.lobby.close'))
    const token = await prepare.invite(page.context().request, live.workshop, 'participant', live.groupId)
    const late = await visit('desktop')
    await prepare.join(late.context.request, token.token, 'Spät Gekommen')
    await late.page.goto(live.path)
    const band = page.getByRole('region', { name: text('facilitation.lobby.title') })
    await keys.press(button(text('facilitation.lobby.admitAll'), band))
    await keys.press(button(text('facilitation.lobby.open'), band))
    await done('closeDoor', 'admit', 'openDoor')
  })

  await test.step('several rooms', async () => {
    await page.goto(`/werkstaetten/${live.workshop.id}/raeume`)
    await keys.press(button(text('rooms.orders.message')))
    await page.keyboard.type('Bitte zum Ende kommen.')
    await keys.press(button(text('rooms.orders.send'), page.getByRole('dialog')))
    await keys.press(button(text('rooms.orders.sendOut')), 'Shift+Tab')
    await done('sayToRoom', 'summon')
    const plenum = live.workshop.groups.find(({ kind }) => kind === 'plenum')!
    for (const [groupId, name] of [
      [live.groupId, 'call.clear'],
      [plenum.id, 'call.end'],
    ] as const) {
      await page.goto(`/werkstatt/${live.workshop.id}/gruppe/${groupId}`)
      await moderator.saved()
      await keys.press(button(text(name)))
    }
    await done('clearMessage', 'endSummons')
  })

  const missed = commandNames.filter((name) => !given.has(name) && !GIVEN_BY_NOBODY.includes(name))
  expect(missed, 'no way by keyboard is known').toEqual([])
})

/** Opens the dock's menu and goes to an entry by arrows; what is one of several is an entry, too. */
async function chooseIn(room: Room, keys: Keyboard, name: string): Promise<void> {
  await keys.press(room.dock(text('facilitation.dock.more')))
  const entry = room.page.locator('[role^=menuitem]').filter({ hasText: new RegExp(`^${name}$`) })
  await expect(entry).toBeVisible()
  for (let presses = 0; presses < 60; presses++) {
    if (await entry.evaluate((element) => element === document.activeElement)) break
    await room.page.keyboard.press('ArrowDown')
  }
  await room.page.keyboard.press('Enter')
  await expect(entry).toHaveCount(0)
}

/** Notes which commands a browser gives, by its socket or for several rooms at once. */
function listen(page: Page, given: Set<string>): void {
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const frame = readClientFrame(new Uint8Array(Buffer.from(payload)))
      if (frame?.type !== 'facilitation') return
      const message = JSON.parse(frame.json) as { type: string; command?: { type: string } }
      if (message.command) given.add(message.command.type)
    }),
  )
  page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/orders')) return
    given.add((request.postDataJSON() as { command: { type: string } }).command.type)
  })
}
