import { useEffect, useState } from 'react'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { openDraft, type DraftAddress, type DraftSession } from '#client/session/draft-session.ts'

/** A copy that is refused for good does not get better by trying on. */
const MOST_ATTEMPTS = 3

/** What a fresh copy would mend. Another generation comes by itself, with the room's next word. */
const copyUnfit: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'frame_invalid',
  'frame_too_large',
  'update_malformed',
  'update_foreign_client',
  'update_too_large',
])

/**
 * The own draft at an address while it is on screen; null before it is open, and without an address. Leaving the page
 * asks while there are words in it that neither the server nor this device keeps.
 * @param address the same object as long as it means the same draft
 */
export function useOwnDraft(address: DraftAddress | null): DraftSession | null {
  const [draft, setDraft] = useState<DraftSession | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (!address) return
    const opened = openDraft(address)
    setDraft(opened)
    const stop = opened.state.subscribe(({ endedBecause }, before) => {
      if (!endedBecause || before.endedBecause || !copyUnfit.has(endedBecause)) return
      if (attempt + 1 < MOST_ATTEMPTS) void opened.discard().then(() => setAttempt(attempt + 1))
    })
    return () => {
      stop()
      setDraft(null)
      opened.destroy()
    }
  }, [address, attempt])
  useEffect(() => {
    if (!draft) return
    const ask = (event: BeforeUnloadEvent) => {
      const { unsaved, copyKept } = draft.state.getState()
      if (unsaved && !copyKept) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [draft])
  return draft
}
