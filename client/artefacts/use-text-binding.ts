import { useCallback, useEffect, useLayoutEffect, useRef, useSyncExternalStore, type RefObject } from 'react'
import type * as Y from 'yjs'
import type { RoomSession } from '#client/session/room-session.ts'
import { ensureTextAt, nameAt, textAt, type FieldPlace } from './field-place.ts'
import { TextBinding, surfaceOf } from './text-binding.ts'

/** A pause this long ends an undo step: about the time between two sentences. */
const STEP_PAUSE_MS = 1_200

/** The shared text behind a field. Undo may bring a field back as another object, so it is looked up anew. */
function useSharedText(session: RoomSession, place: FieldPlace): Y.Text | null {
  const { artefactId } = place
  const subscribe = useCallback(
    (wake: () => void) => session.artefacts.subscribe(artefactId, wake),
    [session, artefactId],
  )
  return useSyncExternalStore(subscribe, () => textAt(session.roots, place))
}

/** Ties a textarea to a shared text for as long as both are there. */
export function useTextBinding(
  element: RefObject<HTMLTextAreaElement | null>,
  session: RoomSession,
  place: FieldPlace,
  maxChars = Number.MAX_SAFE_INTEGER,
) {
  const text = useSharedText(session, place)
  const binding = useRef<TextBinding | null>(null)
  const step = useStepTimer(session)

  useLayoutEffect(() => {
    if (!element.current || !text) return
    const write = (change: () => void) => session.edit(change)
    const bound = new TextBinding(text, surfaceOf(element.current), write, maxChars)
    binding.current = bound
    return () => {
      bound.destroy()
      binding.current = null
    }
  }, [element, session, text, maxChars])

  // A field that goes while one writes in it gets no blur, and one would stay "beim Schreiben" for everybody.
  const { artefactId } = place
  const name = nameAt(place)
  useEffect(
    () => () => {
      const [artefact, field] = session.presence.own.getState().e ?? []
      if (artefact === artefactId && field === name) session.presence.show({ e: undefined })
    },
    [session, artefactId, name],
  )

  return {
    text,
    onFocus: () => {
      if (!text) session.edit((roots) => ensureTextAt(roots, place))
      session.history.checkpoint()
      session.presence.show({ e: [place.artefactId, nameAt(place)] })
    },
    onBlur: () => {
      step.end()
      session.presence.show({ e: undefined })
    },
    onInput: () => {
      binding.current?.onInput()
      step.renew()
    },
    onCompositionStart: () => binding.current?.onCompositionStart(),
    onCompositionEnd: () => {
      binding.current?.onCompositionEnd()
      step.renew()
    },
  }
}

/** One undo step per stretch of writing: it ends after a pause, when the field is left, or when the view goes. */
function useStepTimer(session: RoomSession) {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const end = useCallback(() => {
    if (timer.current === null) return
    clearTimeout(timer.current)
    timer.current = null
    session.history.checkpoint()
  }, [session])
  useEffect(() => end, [end])
  const renew = () => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = setTimeout(end, STEP_PAUSE_MS)
  }
  return { end, renew }
}
