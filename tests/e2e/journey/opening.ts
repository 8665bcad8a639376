import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../support/accessible.ts'
import { picture, pictureInBothThemes } from '../support/pictures.ts'
import { text } from '../support/texts.ts'
import { groupNames, moderator, workshopTitle } from './cast.ts'

/** From the link in the terminal to the first workshop. */
export async function foundWorkshop(page: Page, setUpLink: string): Promise<void> {
  await page.goto(setUpLink)
  await expect(page.getByRole('heading', { name: text('account.setUp.title') })).toBeVisible()
  expect(page.url(), 'the secret leaves the address bar at once').not.toContain('#')
  await expectAccessible(page, 'set-up')
  await picture(page, '01-set-up')
  await page.getByLabel(text('account.name'), { exact: true }).fill(moderator.name)
  await page.getByLabel(text('account.email')).fill(moderator.email)
  await page.getByLabel(text('account.password'), { exact: true }).fill(moderator.password)
  await page.getByRole('button', { name: text('account.setUp.submit') }).click()

  const dialog = page.getByRole('dialog', { name: text('workshop.create.title') })
  await dialog.getByLabel(text('workshop.create.name')).fill(workshopTitle)
  await nameGroups(dialog)
  await expectAccessible(page, 'new workshop')
  await picture(page, '02-new-workshop')
  await dialog.getByRole('button', { name: text('workshop.create.submit') }).click()
  await expect(page.getByRole('heading', { level: 1, name: workshopTitle })).toBeVisible()
  await expectAccessible(page, 'workshop')
  await pictureInBothThemes(page, '03-workshop')
}

async function nameGroups(dialog: ReturnType<Page['getByRole']>): Promise<void> {
  for (const [i, name] of groupNames.entries()) {
    await dialog.getByLabel(text('workshop.create.groupName', { number: i + 1 }), { exact: true }).fill(name)
  }
}

/** What a moderator hands out. */
export interface HandedOut {
  link: string
  code: string
}

/** Makes an invitation for participants of the first group; link, short code and QR code are shown once. */
export async function invite(page: Page): Promise<HandedOut> {
  await page.getByRole('tab', { name: text('workshop.overview.invites') }).click()
  await page
    .getByRole('button', { name: text('workshop.invites.create') })
    .first()
    .click()
  const form = page.getByRole('dialog', { name: text('workshop.invites.createTitle') })
  await form
    .getByLabel(text('workshop.invites.role'))
    .selectOption({ label: text('workshop.role.participant') })
  await form.getByLabel(text('workshop.invites.group')).selectOption({ label: groupNames[0] })
  await form.getByRole('button', { name: text('workshop.invites.submit') }).click()

  const ready = page.getByRole('dialog', { name: text('workshop.invites.readyTitle') })
  const link = await ready.getByLabel(text('workshop.invites.link')).inputValue()
  // The code is shown large, below its name, to be read out aloud.
  const codeName = ready.getByText(text('workshop.invites.code'), { exact: true })
  const code = await codeName.locator('xpath=following-sibling::*[1]').innerText()
  await expect(ready.getByRole('img', { name: text('workshop.invites.qr') })).toBeVisible()
  await expectAccessible(page, 'invitation')
  await picture(page, '04-invitation')
  await ready.getByRole('button', { name: text('workshop.invites.done') }).click()
  return { link, code }
}

export interface Joining {
  name: string
  organisation: string
  kind: string
}

/** Opens the link and is in the room three fields later. */
export async function joinByLink(page: Page, link: string, person: Joining): Promise<void> {
  await page.goto(link)
  await introduceOneself(page, person)
}

/** Types the short code that was read out aloud. */
export async function joinByCode(page: Page, code: string, person: Joining): Promise<void> {
  await page.goto('/')
  await expectAccessible(page, 'start page on a phone')
  await picture(page, '05-start-phone')
  await page.getByLabel(text('start.code')).fill(code.toLowerCase())
  await page.getByRole('button', { name: text('start.join') }).click()
  await introduceOneself(page, person)
}

async function introduceOneself(page: Page, { name, organisation, kind }: Joining): Promise<void> {
  await expect(page.getByRole('heading', { name: workshopTitle })).toBeVisible()
  await page.getByLabel(text('account.join.name'), { exact: true }).fill(name)
  await page.getByLabel(text('account.join.organisation'), { exact: true }).fill(organisation)
  await page.getByLabel(text('account.join.organisationKind')).selectOption({ label: kind })
  await expectAccessible(page, 'join')
  await picture(page, `06-join-${page.viewportSize()!.width}`)
  await page.getByRole('button', { name: text('account.join.submit') }).click()
  await expect(page.getByRole('heading', { name: text('account.joined.title', { name }) })).toBeVisible()
  await expect(page.getByLabel(text('account.joined.returnLink'))).toHaveValue(/\/wieder#.{22,}/)
  await expectAccessible(page, 'joined')
  await picture(page, `07-joined-${page.viewportSize()!.width}`)
  await page.getByRole('link', { name: text('account.joined.enter') }).click()
}
