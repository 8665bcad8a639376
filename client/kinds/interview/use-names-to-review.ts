import { useMemo, useState } from 'react'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { namesIn, type NameInText } from './names.ts'
import { redactionsOf } from './redactions.ts'

/** Names in a text that are not redacted, and that this person has not called harmless while reading. */
export function useNamesToReview(session: RoomSession, interview: Artefact, text: string) {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const found = useMemo(() => (text === '' ? [] : namesIn(text, knownProviders(session))), [session, text])
  const redacted = redactionsOf(interview).map(({ words }) => words)
  const names: NameInText[] = found.filter(
    ({ name }) => !kept.has(name) && !redacted.some((words) => words.includes(name)),
  )
  return { names, keep: (name: string) => setKept((now) => new Set([...now, name])) }
}

/** Providers and products of the solutions that the room knows. */
function knownProviders(session: RoomSession): string[] {
  const names = [...session.roots.artefacts.keys()].flatMap((id) => {
    const artefact = session.artefacts.get(id)
    return artefact
      ? [artefact.fields.provider, artefact.kind === 'existingSolution' ? artefact.fields.name : '']
      : []
  })
  return [...new Set(names.map((name) => String(name ?? '').trim()))].filter((name) => name.length > 2)
}
