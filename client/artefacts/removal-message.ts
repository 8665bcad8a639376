import type { TFunction } from 'i18next'
import { readArtefact } from '#shared/document/artefacts.ts'
import { isThing, textIn, type BoardRecord } from '#shared/document/board-record.ts'
import type { Roots } from '#shared/document/roots.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { toasts } from '#client/ui/toasts.ts'
import { putBackRecords } from './card-actions.ts'

/** From so many cards of others on, whoever takes them off the board is asked, and everybody is told. */
export const MANY_REMOVED = 3

/** What the message that is shown brings back; null while none is. */
let told: { message: number; session: RoomSession; gone: readonly BoardRecord[] } | null = null

/**
 * Says that this left the board, with a way back to where it lay. As long as that is offered for what left it before, it
 * is offered for both: a board that is emptied in steps comes back whole.
 */
export function tellRemoved(session: RoomSession, t: TFunction, leaving: readonly BoardRecord[]): void {
  const gone = withEarlier(session, leaving)
  const cards = gone.filter(({ type }) => type === 'card').length
  const things = gone.filter(isThing).length
  const text =
    things === 0
      ? t('board.removed.many', { count: cards })
      : t('board.removed.manyThings', { count: cards + things })
  const putBack = () => {
    if (session.facilitation.getState().mayWrite) putBackRecords(session, gone)
  }
  const message = toasts.show({
    text,
    about: { topic: 'removed cards', again: () => text },
    tone: 'attention',
    outlastsPage: true,
    ...(session.facilitation.getState().mayWrite && {
      action: { label: t('board.removed.back'), run: putBack },
    }),
  })
  told = { message, session, gone }
  const leave = toasts.subscribe(() => {
    if (toasts.snapshot().some(({ id }) => id === message)) return
    leave()
    if (told?.message === message) told = null
  })
}

/** Without the cards that another one on the board has replaced, as in a merge: of these nothing is missing there. */
export function withoutReplaced({ board, artefacts }: Roots, gone: readonly BoardRecord[]): BoardRecord[] {
  const replaced = new Set<string>()
  for (const record of board.values())
    for (const { type, to } of readArtefact(artefacts, textIn(record.get('p.artefactId')))?.links ?? [])
      if (type === 'replaces') replaced.add(to)
  return gone.filter(({ props }) => !replaced.has(textIn((props as { artefactId?: unknown })?.artefactId)))
}

function withEarlier(session: RoomSession, gone: readonly BoardRecord[]): readonly BoardRecord[] {
  if (told?.session !== session) return gone
  const still = withoutReplaced(session.roots, told.gone).filter(({ id }) => !session.roots.board.has(id))
  // What everybody was told of may be told of once more by whoever did it
  return [...new Map([...still, ...gone].map((record) => [record.id, record])).values()]
}
