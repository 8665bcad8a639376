import type { Roots } from '#shared/document/roots.ts'
import type { Room } from '../support/room.ts'
import { text } from '../support/texts.ts'
import { card } from './hall.ts'

/** Written in silence; nothing else begins so. */
export const secret = (who: string, card: number) => `heimlich-${who.replace(' ', '-')}-${card}`

export const desk = ({ page }: Room) =>
  page.getByRole('complementary', { name: text('facilitation.silent.band') })
export const panel = ({ page }: Room) => page.getByRole('complementary', { name: text('room.panel.label') })

export const isSecret = (words: string) => words.startsWith('heimlich-')

/** Lays four cards of the page together; answers the cluster. */
export function grouped(roots: Roots, name: string, n: number): string {
  const some = [...roots.board.entries()]
    .filter(([, record]) => record.has('p.artefactId'))
    .slice(n * 4, n * 4 + 4)
  const { id, shape } = card('cluster', name, pageIn(roots))(roots)
  for (const [, record] of some) record.set('parentId', shape)
  return id
}

/** The page on which all of it happens. */
export const pageIn = ({ board }: Roots): string =>
  [...board.keys()].find((id) => id.startsWith('page:') && id.endsWith('insights'))!

/** Presses an entry of an open menu; answers when, by the browser's clock. */
export async function pressed({ page }: Room, name: string): Promise<number> {
  const entry = page.getByRole('menuitem', { name, exact: true })
  await entry.evaluate((element) =>
    element.addEventListener('click', () => Object.assign(window, { pressedAt: Date.now() }), {
      capture: true,
    }),
  )
  await entry.click()
  return page.evaluate(() => (window as unknown as { pressedAt: number }).pressedAt)
}
