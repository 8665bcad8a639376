import { expect } from '@playwright/test'
import { expectAccessible } from '../support/accessible.ts'
import { picture, pictureInBothThemes } from '../support/pictures.ts'
import type { Room } from '../support/room.ts'
import { text } from '../support/texts.ts'
import { ideas, persona } from './cast.ts'

/** The moderator turns the page for everybody. */
export async function openForAll(moderator: Room, others: readonly Room[], pageName: string): Promise<void> {
  await moderator.browseTo(pageName)
  await moderator.dock(text('facilitation.dock.openForAll', { page: pageName })).click()
  for (const room of others) await room.onPage(pageName)
}

/** A persona, written in the list and filled in in the side panel. */
export async function writePersona(room: Room): Promise<void> {
  await room.createInList('persona', persona.name)
  await room.line(persona.name).click()
  await room.field('persona', 'role').fill(persona.role)
  await room.field('persona', 'goals').fill(persona.goals)
  await expect(room.panel('persona')).toBeVisible()
  await expectAccessible(room.page, 'persona')
  await pictureInBothThemes(room.page, '20-persona')
  await room.saved()
}

/** One field, one button: how an idea is written on a phone. */
export async function writeIdeaOnPhone(room: Room, sentence: string): Promise<void> {
  await room.show('write')
  await room.page.getByText(text('artefacts.quick.options')).tap()
  await room.page.getByLabel(text('artefacts.quick.kind')).selectOption({ label: text('kinds.idea.label') })
  await room.page.getByLabel(text('artefacts.quick.label', { kind: text('kinds.idea.label') })).fill(sentence)
  await room.page.getByRole('button', { name: text('artefacts.quick.add') }).tap()
  await expect(
    room.page.getByRole('button', { name: text('artefacts.quick.open', { card: sentence }) }),
  ).toBeVisible()
  await expectAccessible(room.page, 'writing on a phone')
  await pictureInBothThemes(room.page, '21-phone-write')
  await room.saved()
}

/** Two people write into one card at once, and a third property is changed meanwhile: everything survives. */
export async function writeTogether(anna: Room, jonas: Room): Promise<string> {
  await anna.line(ideas.anna).click()
  await jonas.show('list')
  await jonas.line(ideas.anna).tap()
  const [hers, his] = [anna.field('idea', 'sentence'), jonas.field('idea', 'sentence')]
  await expect(his).toHaveValue(ideas.anna)
  await hers.press('Control+Home')
  await his.press('Control+End')
  await Promise.all([
    hers.pressSequentially('Gesucht: ', { delay: 20 }),
    his.pressSequentially(' und die Städte', { delay: 20 }),
  ])
  await Promise.all([
    anna.page
      .getByLabel(text('artefacts.status.label'), { exact: true })
      .selectOption({ label: text('artefacts.status.options.agreed') }),
    jonas.field('idea', 'benefit').fill(ideas.benefit),
  ])
  const merged = `Gesucht: ${ideas.anna} und die Städte`
  for (const room of [anna, jonas]) {
    await expect(room.field('idea', 'sentence')).toHaveValue(merged)
    await expect(room.field('idea', 'benefit')).toHaveValue(ideas.benefit)
    await expect(room.page.getByLabel(text('artefacts.status.label'), { exact: true })).toHaveValue('agreed')
    await room.saved()
  }
  await picture(jonas.page, '22-phone-card')
  return merged
}
