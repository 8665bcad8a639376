import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { PrecedentsView } from '#shared/protocol/api.ts'
import { isListed } from '#shared/kinds/listed.ts'
import { isTextField, fieldsOf, traitsOf } from '#shared/kinds/index.ts'
import { headlineOf, textsOf, type Artefact } from '#shared/document/artefacts.ts'
import { call } from '#client/app/api.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import type { Found, PrecedentIndex } from './precedent-index.ts'

/** How long what other groups have is remembered; the server holds it as long. */
const FRESH_MS = 60_000

interface Elsewhere {
  found: readonly Found[]
  /** Whether the other groups could be asked. */
  isComplete: boolean
}

const nothing: Elsewhere = { found: [], isComplete: true }
const remembered = new Map<string, { at: number; answer: Promise<Elsewhere> }>()

/** What there is already that is like a card, in this group and the others. Null while nobody knows yet. */
export function usePrecedents(session: RoomSession, artefact: Artefact) {
  const elsewhere = useElsewhere(session)
  const text = useDeferredValue(textsOf(artefact).join(' '))
  const title = useDeferredValue(headlineOf(artefact))
  const index = useIndex(session, elsewhere)
  const { id } = artefact
  const found = useMemo(() => index?.like(text, title, id) ?? [], [index, text, title, id])
  return { found, isComplete: elsewhere?.isComplete ?? true }
}

function useElsewhere(session: RoomSession): Elsewhere | null {
  const [elsewhere, setElsewhere] = useState<Elsewhere | null>(null)
  useEffect(() => {
    let isHere = true
    void ask(session).then((answer) => {
      if (isHere) setElsewhere(answer)
    })
    return () => {
      isHere = false
    }
  }, [session])
  return elsewhere
}

function ask({ workshopId, groupId }: RoomSession): Promise<Elsewhere> {
  const known = remembered.get(groupId)
  const now = Date.now()
  if (known && now - known.at < FRESH_MS) return known.answer
  const path = { workshopId, groupId }
  const answer = call<PrecedentsView>('precedents', { path }).then(
    ({ groups }): Elsewhere => ({
      found: groups.flatMap(({ name, precedents }) => precedents.map((one) => ({ ...one, group: name }))),
      isComplete: true,
    }),
    // What this group has is found without the others; the view says that they are missing
    () => {
      remembered.delete(groupId)
      return { ...nothing, isComplete: false }
    },
  )
  remembered.set(groupId, { at: now, answer })
  return answer
}

/** The search comes with the first card that asks for it: nobody else needs it. */
function useIndex(session: RoomSession, elsewhere: Elsewhere | null): PrecedentIndex | null {
  const [index, setIndex] = useState<PrecedentIndex | null>(null)
  useEffect(() => {
    let isHere = true
    void import('./precedent-index.ts').then(({ PrecedentIndex: Index }) => {
      if (!isHere) return
      const own = ownPrecedents(session)
      setIndex(indexFor(session, elsewhere, () => new Index([...own, ...(elsewhere?.found ?? [])])))
    })
    return () => {
      isHere = false
    }
  }, [session, elsewhere])
  return index
}

/** The index is dear: whoever looks at one card after the other shares it, as long as what others have is remembered. */
let shared: {
  session: WeakRef<RoomSession>
  elsewhere: Elsewhere | null
  at: number
  index: PrecedentIndex
} | null = null

function indexFor(
  session: RoomSession,
  elsewhere: Elsewhere | null,
  make: () => PrecedentIndex,
): PrecedentIndex {
  const now = Date.now()
  const isSame = shared?.session.deref() === session && shared.elsewhere === elsewhere
  if (!shared || !isSame || now - shared.at > FRESH_MS)
    shared = { session: new WeakRef(session), elsewhere, at: now, index: make() }
  return shared.index
}

function ownPrecedents(session: RoomSession): Found[] {
  const placed = new Set<unknown>()
  session.roots.board.forEach((record) => placed.add(record.get('p.artefactId')))
  return [...session.roots.artefacts.keys()].flatMap((id): Found[] => {
    const artefact = session.artefacts.get(id)
    const isPrecedent = artefact !== null && traitsOf(artefact.kind).precedent !== undefined
    if (!isPrecedent || !(placed.has(id) || isListed(artefact))) return []
    const title = headlineOf(artefact)
    const words = Object.entries(fieldsOf(artefact.kind))
      .filter(([, spec]) => isTextField(spec))
      .map(([name]) => String(artefact.fields[name] ?? ''))
    return title === '' ? [] : [{ id, kind: artefact.kind, title, words: words.join(' '), group: null }]
  })
}
