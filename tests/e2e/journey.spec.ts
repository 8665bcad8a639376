import { expect } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { tellFigure } from './support/figure.ts'
import { test } from './support/fixtures.ts'
import { picture, pictureInBothThemes } from './support/pictures.ts'
import { Room } from './support/room.ts'
import { anna, ideas, jonas, passages, protocol, versionName } from './journey/cast.ts'
import {
  dragIntoFrame,
  fitPage,
  markPassages,
  moveByKeyboard,
  readInterview,
  releaseQuote,
} from './journey/evidence.ts'
import { foundWorkshop, invite, joinByCode, joinByLink } from './journey/opening.ts'
import { quadrants, takeGroupResults, takeHomeAndBack } from './journey/results.ts'
import { gather, lockAndUnlock, runTimer, versionAndBack } from './journey/together.ts'
import { openForAll, writeIdeaOnPhone, writePersona, writeTogether } from './journey/work.ts'

test.use({ isNew: true })

test('S21 a workshop from the link in the terminal to the files taken home asks no other origin for anything @long', async ({
  installation,
  visit,
  recording,
}) => {
  // Took between 1.4 and 4.3 minutes on two cores, by how busy they were.
  test.setTimeout(600_000)
  const [mara, annasDevice, jonasDevice] = [
    await visit('desktop'),
    await visit('desktop'),
    await visit('phone'),
  ]
  const marked = passages(protocol())

  await test.step('the first moderator founds a workshop and invites', () =>
    foundWorkshop(mara.page, installation.setUpLink()))
  const workshopPath = new URL(mara.page.url()).pathname
  const handedOut = await test.step('link, code and QR code', () => invite(mara.page))

  await test.step('one joins by link, one on the phone by short code', async () => {
    await joinByLink(annasDevice.page, handedOut.link, anna)
    await joinByCode(jonasDevice.page, handedOut.code, jonas)
    await mara.page.goto(new URL(annasDevice.page.url()).pathname)
  })
  const [moderator, desk, phone] = [
    new Room(mara.page),
    new Room(annasDevice.page),
    new Room(jonasDevice.page),
  ]
  const everybody = [moderator, desk, phone]
  for (const room of everybody) {
    await room.saved()
    await room.people(3)
  }
  await expectAccessible(moderator.page, 'room with board')
  await expectAccessible(phone.page, 'room on a phone')

  await test.step('a long interview becomes quotes that know their place', async () => {
    await readInterview(moderator)
    await markPassages(moderator, marked)
    await moderator.page.keyboard.press('Escape')
    await releaseQuote(moderator, marked[0]!)
    await fitPage(desk)
    for (const passage of marked) await expect(desk.card(passage)).toBeVisible()
  })

  await test.step('they are arranged on the 2×2 matrix, by keyboard and by mouse', async () => {
    await moveByKeyboard(moderator, marked[0]!, quadrants.byKeyboard)
    await moveByKeyboard(moderator, marked[1]!, '2×2-Matrix')
    await openForAll(moderator, [desk, phone], '2×2-Matrix')
    await dragIntoFrame(desk, marked[1]!, quadrants.byMouse)
    await pictureInBothThemes(desk.page, '13-matrix')
    await moderator.show('board')
    await fitPage(moderator)
    await picture(moderator.page, '14-matrix-moderator')
  })

  await test.step('a persona', async () => {
    await openForAll(moderator, [desk, phone], 'Personas')
    await writePersona(desk)
  })

  const jointIdea = await test.step('ideas, also from the phone, and one written by two', async () => {
    await openForAll(moderator, [desk, phone], 'Ideen')
    await desk.createInList('idea', ideas.anna)
    await writeIdeaOnPhone(phone, ideas.jonas)
    await expect(desk.line(ideas.jonas)).toBeVisible()
    return writeTogether(desk, phone)
  })

  await test.step('timer, lock and everybody in one place', async () => {
    const apart = await runTimer(moderator, [desk, phone])
    test.info().annotations.push({ type: 'timer', description: `${apart} ms between the screens` })
    await lockAndUnlock(moderator, [desk, phone])
    await gather(moderator, [desk, phone], '2×2-Matrix')
  })

  await test.step('a version, and back to it', () => versionAndBack(moderator, desk, versionName))

  await test.step('the files taken home hold what was entered', async () => {
    await moderator.show('board')
    await takeGroupResults(moderator, { passages: marked, released: marked[0]!, jointIdea })
    await takeHomeAndBack(moderator, workshopPath)
  })

  expect(recording.pageErrors).toEqual([])
  expect(recording.requestCount).toBeGreaterThan(100)
  expect(recording.foreignRequests, 'no request to any other origin').toEqual([])
  tellFigure(`${recording.requestCount} requests of three browsers, 0 to other origins`)
})
