import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { test } from './support/fixtures.ts'
import { picture, pictureInBothThemes } from './support/pictures.ts'
import type { Room } from './support/room.ts'
import { text } from './support/texts.ts'

const panel = (room: Room) => room.page.getByRole('complementary', { name: text('room.panel.label') })
const press = (room: Room, name: string) => panel(room).getByRole('button', { name, exact: true }).click()

test.setTimeout(400_000)

const ideas = ['Stand von selbst', 'Ein Blick für alle', 'Ehrliche Dauer']

/** The moderator fills in the form and prepares the vote. */
async function prepare(moderator: Room, kind: string, question: string): Promise<void> {
  await panel(moderator).getByLabel(text('votes.form.question'), { exact: true }).fill(question)
  await panel(moderator)
    .getByLabel(text('votes.form.kind'), { exact: true })
    .selectOption({ label: text(`votes.kinds.${kind}`) })
  await press(moderator, text('votes.form.save'))
}

async function confirm(page: Page, name: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}

async function closeAndCount(moderator: Room): Promise<void> {
  await press(moderator, text('votes.act.close'))
  await press(moderator, text('votes.act.count'))
  await confirm(moderator.page, text('votes.act.count'))
}

test('a group spreads dots on the board, in the list and on a phone; nobody sees how it stands before it is counted', async ({
  live,
}) => {
  const moderator = await live.moderator()
  await moderator.browseTo('Ideen')
  await moderator.dock(text('facilitation.dock.openForAll', { page: 'Ideen' })).click()
  for (const idea of ideas) await moderator.createInList('idea', idea)
  await moderator.show('board')
  const anna = await live.guest({ name: 'Anna' })
  const jonas = await live.guest({ name: 'Jonas', device: 'phone' })
  const mia = await live.guest({ name: 'Mia' })

  await moderator.dock(text('votes.one')).click()
  await press(moderator, text('votes.new'))
  await expectAccessible(moderator.page, 'vote form')
  await pictureInBothThemes(moderator.page, '51-abstimmung-form')
  await prepare(moderator, 'dots', 'Womit kommen wir bis zum Sommer am weitesten?')
  await expect(panel(moderator)).toContainText(text('votes.notices.unanimous'))
  await pictureInBothThemes(moderator.page, '52-abstimmung-vorbereitet')
  await press(moderator, text('votes.act.open'))

  await test.step('on the board', async () => {
    const card = anna.card(ideas[0]!)
    await expect(anna.page.getByText(text('votes.band.secretText'))).toBeVisible()
    const more = card.getByRole('button', { name: text('votes.dots.more', { card: ideas[0]! }) })
    await more.click()
    await more.click()
    await expect(more).toHaveAttribute('aria-disabled', 'true')
    await expect(anna.page.getByText(text('votes.dots.left', { left: 1, of: 3 }))).toBeVisible()
    await expectAccessible(anna.page, 'voting on the board')
    await pictureInBothThemes(anna.page, '53-abstimmung-tafel')
  })

  await test.step('in the list, by keyboard alone', async () => {
    await mia.show('list')
    await mia.line(ideas[1]!).focus()
    const more = mia.page.getByRole('button', { name: text('votes.dots.more', { card: ideas[1]! }) })
    await mia.page.keyboard.press('Tab')
    await mia.page.keyboard.press('Tab')
    await expect(more).toBeFocused()
    await mia.page.keyboard.press('Enter')
    await expect(mia.page.getByText(text('votes.dots.left', { left: 2, of: 3 }))).toBeVisible()
    await picture(mia.page, '54-abstimmung-liste')
  })

  await test.step('on a phone', async () => {
    await jonas.page
      .getByRole('button', { name: text('votes.dots.more', { card: ideas[1]! }) })
      .first()
      .click()
    await expect(jonas.page.getByText(text('votes.paper.state.cast'))).toBeVisible()
    await expectAccessible(jonas.page, 'voting on a phone')
    await pictureInBothThemes(jonas.page, '55-abstimmung-telefon')
  })

  await expect(panel(moderator)).toContainText(text('votes.turnout', { count: 3 }))
  await expect(moderator.page.getByText('Platz 1')).toHaveCount(0)
  await pictureInBothThemes(moderator.page, '56-abstimmung-moderation')
  await press(moderator, text('votes.act.close'))
  await expect(anna.page.getByText(text('votes.band.closedText'))).toBeVisible()
  await picture(anna.page, '57-abstimmung-geschlossen')
  await press(moderator, text('votes.act.reopen'))
  await expect(anna.page.getByText(text('votes.dots.left', { left: 1, of: 3 }))).toBeVisible()
  await closeAndCount(moderator)

  for (const room of [moderator, anna, mia]) {
    await expect(panel(room)).toContainText(text('votes.result.ties', { places: '1' }))
    await expect(panel(room)).toContainText(ideas[0]!)
  }
  await expectAccessible(anna.page, 'result')
  await pictureInBothThemes(moderator.page, '58-ergebnis-moderation')
  await picture(anna.page, '59-ergebnis-tafel')
  await picture(mia.page, '61-ergebnis-liste')
  await anna.page
    .getByRole('button', { name: text('votes.board.title') })
    .first()
    .click()
  const onBoard = anna.page.getByRole('complementary', { name: text('votes.board.title') })
  await expect(onBoard.getByRole('listitem').first()).toContainText(ideas[0]!)
  await onBoard
    .getByLabel(text('votes.board.order'), { exact: true })
    .selectOption({ label: text('votes.board.orders.controversy') })
  await expectAccessible(anna.page, 'result on the board')
  await pictureInBothThemes(anna.page, '60-ergebnis-auf-der-tafel')
  await anna.page.reload()
  await anna.saved()
  await expect(onBoard).toHaveCount(0)
  await anna.page.getByRole('button', { name: text('votes.band.show') }).click()
  await panel(anna)
    .getByRole('button', { name: text('votes.result.shown.table') })
    .click()
  await expect(panel(anna).getByRole('row').nth(1)).toContainText(text('votes.result.points', { count: 2 }))
  await picture(anna.page, '62-ergebnis-tabelle')
  await expect(panel(jonas)).toContainText(ideas[0]!)
  await picture(jonas.page, '65-ergebnis-telefon')

  await press(moderator, text('votes.act.runoff'))
  await expect(panel(moderator)).toContainText(text('votes.form.candidates', { count: 2 }))
})

test('every other way of voting: in order, by marks, yes or no, and by consent with its objections @long', async ({
  live,
}) => {
  const moderator = await live.moderator()
  await moderator.browseTo('Ideen')
  await moderator.dock(text('facilitation.dock.openForAll', { page: 'Ideen' })).click()
  for (const idea of ideas) await moderator.createInList('idea', idea)
  await moderator.show('board')
  const voters = [
    await live.guest({ name: 'Anna' }),
    await live.guest({ name: 'Jonas', device: 'phone' }),
    await live.guest({ name: 'Mia' }),
  ] as const
  const [anna, jonas] = voters

  const ways: Record<string, (room: Room, n: number) => Promise<void>> = {
    ranking: async (room, n) => {
      const first = room.page.locator('[data-candidate]').first()
      await first.focus()
      await room.page.keyboard.press(n === 0 ? 'Alt+ArrowDown' : 'Alt+ArrowUp')
      if (n === 0) await expect(room.page.locator('[data-candidate]').nth(1)).toBeFocused()
      else await room.page.getByRole('button', { name: text('votes.paper.castRanking') }).click()
    },
    scale: async (room, n) => {
      await room.page
        .getByRole('button', { name: text(`votes.answers.scale.${n * 2 + 1}`) })
        .last()
        .click()
    },
    yesNo: async (room, n) => {
      await room.page
        .getByRole('button', { name: text(`votes.answers.yesNo.${n === 1 ? 'no' : 'yes'}`) })
        .last()
        .click()
    },
    consent: async (room, n) => {
      const answer = n === 1 ? 'objection' : 'consent'
      await room.page
        .getByRole('button', { name: text(`votes.answers.consent.${answer}`) })
        .last()
        .click()
      if (n === 1)
        await room.page
          .getByRole('textbox', { name: /Ihr Einwand/ })
          .fill('Das kann unser Fachverfahren nicht')
    },
  }
  await moderator.dock(text('votes.one')).click()
  for (const [kind, vote] of Object.entries(ways)) {
    await test.step(kind, async () => {
      if (
        (await panel(moderator)
          .getByRole('button', { name: text('votes.back') })
          .count()) > 0
      )
        await press(moderator, text('votes.back'))
      await press(moderator, text('votes.new'))
      await prepare(moderator, kind, `Wie stehen wir dazu (${text(`votes.kinds.${kind}`)})?`)
      await press(moderator, text('votes.act.open'))
      for (const [n, room] of voters.entries()) {
        if (room !== jonas) {
          const paper = room.page.getByRole('button', { name: text('votes.band.paper') })
          await expect(paper).toBeVisible()
          await paper.click()
        }
        await vote(room, n)
        await expect(room.page.getByText(text('votes.paper.state.cast'))).toBeVisible()
      }
      await picture(anna.page, `63-${kind}-stimmzettel`)
      await picture(jonas.page, `64-${kind}-telefon`)
      await closeAndCount(moderator)
      await expect(panel(anna)).toContainText(text('votes.result.ballots', { count: 3 }))
      await expectAccessible(moderator.page, `result of ${kind}`)
      await pictureInBothThemes(moderator.page, `65-${kind}-ergebnis`)
    })
  }
  await expect(panel(moderator)).toContainText('Das kann unser Fachverfahren nicht')
})

test('a trial is counted however few vote, says how, and becomes a real vote @long', async ({ live }) => {
  const moderator = await live.moderator()
  for (const idea of ideas) await moderator.createInList('note', idea)
  const anna = await live.guest({ name: 'Anna' })
  await moderator.dock(text('votes.one')).click()
  await press(moderator, text('votes.new'))
  await panel(moderator).getByLabel(text('votes.form.trial'), { exact: true }).check()
  await prepare(moderator, 'dots', 'Was gibt es zum Mittag?')
  await expect(panel(moderator)).toContainText(text('votes.notices.trial'))
  await press(moderator, text('votes.act.open'))
  await expect(anna.page.getByText(text('votes.band.trial'))).toBeVisible()
  await anna.show('list')
  await anna.page.getByRole('button', { name: text('votes.dots.more', { card: ideas[0]! }) }).click()
  await closeAndCount(moderator)
  await expect(panel(anna)).toContainText(text('votes.result.trial'))
  await expect(panel(anna)).toContainText(text('votes.result.how.dots'))
  await picture(anna.page, '66-probe')
  await press(moderator, text('votes.act.forReal'))
  await expect(panel(moderator).getByLabel(text('votes.form.trial'), { exact: true })).not.toBeChecked()
})

test('a form half filled in stays while a colleague opens and counts a vote, and becomes a vote beside theirs @long', async ({
  live,
}) => {
  const moderator = await live.moderator()
  for (const idea of ideas) await moderator.createInList('note', idea)
  const colleague = await live.guest({ name: 'Kim', role: 'moderator' })
  const anna = await live.guest({ name: 'Anna' })
  for (const room of [moderator, colleague]) {
    await room.dock(text('votes.one')).click()
    await press(room, text('votes.new'))
  }
  const question = panel(colleague).getByLabel(text('votes.form.question'), { exact: true })
  await question.fill('Womit fangen wir an?')
  await panel(moderator).getByLabel(text('votes.form.trial'), { exact: true }).check()
  await prepare(moderator, 'dots', 'Was gibt es zum Mittag?')
  await press(moderator, text('votes.act.open'))
  await expect(anna.page.getByText(text('votes.band.trial'))).toBeVisible()
  await anna.show('board')
  await expect(anna.page.getByText(text('board.voting'), { exact: true })).toBeVisible()
  await expect(anna.page.getByText(text('board.readOnly'), { exact: true })).toHaveCount(0)
  await expect(colleague.page.getByText(text('votes.band.trial'))).toBeVisible()
  await expect(question).toHaveValue('Womit fangen wir an?')
  await closeAndCount(moderator)
  await expect(panel(anna)).toContainText(text('votes.result.trial'))
  await expect(question).toHaveValue('Womit fangen wir an?')
  await press(colleague, text('votes.form.save'))
  // Until it is prepared the form stands there, with the same way back
  await expect(panel(colleague)).toContainText('Womit fangen wir an?')
  await press(colleague, text('votes.back'))
  await expect(panel(colleague)).toContainText('Womit fangen wir an?')
  await expect(panel(colleague)).toContainText('Was gibt es zum Mittag?')
})
