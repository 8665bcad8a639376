import { useMemo, useState } from 'react'
import { folded, holds } from '#shared/base/folded-text.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { knownNames, namesIn, type NameInText } from '#shared/consent/names.ts'
import { redactionsOf } from './redactions.ts'

/** Names in a text that are not redacted, and that this person has not called harmless while reading. */
export function useNamesToReview(session: RoomSession, interview: Artefact, text: string) {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const found = useMemo(
    () =>
      text === ''
        ? []
        : namesIn(text, knownNames(cardsIn(session))).map((one) => ({ one, words: folded(one.name) })),
    [session, text],
  )
  const redacted = redactionsOf(interview).map(({ words }) => folded(words))
  const isOpen = ({ one, words }: (typeof found)[number]) =>
    !kept.has(one.name) && !redacted.some((passage) => holds(passage, words))
  const names: NameInText[] = found.filter(isOpen).map(({ one }) => one)
  return { names, keep: (name: string) => setKept((now) => new Set([...now, name])) }
}

const cardsIn = ({ roots, artefacts }: RoomSession) =>
  [...roots.artefacts.keys()].flatMap((id) => artefacts.get(id) ?? [])
