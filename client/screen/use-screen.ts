import { useEffect, useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '#client/app/api.ts'
import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import type { ScreenContent, ScreenView } from '#shared/protocol/screen.ts'
import { isSameTurn } from '#shared/protocol/screen-turn.ts'

const lookEveryMs = 1_000
/**
 * Between two contents while people are as far as they were, at least; more where they take long, so that a big
 * workshop's screen takes no core for itself.
 */
const contentEveryMs = 2_000
const restPerWork = 4
const newsEveryMs = 250

export interface ScreenPlace {
  workshopId: WorkshopId
  groupId: GroupId
}

export interface SeenScreen extends ScreenView {
  /** Milliseconds to add to this device's clock for the server's. */
  clockAheadMs: number
}

/** How far the room is, asked every second; what was known last stays while nobody answers. */
export function useScreen({ workshopId, groupId }: ScreenPlace) {
  return useQuery({
    queryKey: ['workshop', workshopId, 'screen', groupId],
    queryFn: async ({ signal }): Promise<SeenScreen> => {
      const askedAt = Date.now()
      const view = await call<ScreenView>('screen', { path: { workshopId, groupId }, signal })
      // The answer was written half the way ago, as far as anybody can tell
      return { ...view, clockAheadMs: view.serverTime - (askedAt + Date.now()) / 2 }
    },
    refetchInterval: lookEveryMs,
    refetchIntervalInBackground: true,
    retry: false,
  })
}

/** Words and picture, fetched whenever they have become others; null until the first are there. */
export function useScreenContent({ workshopId, groupId }: ScreenPlace, wanted: string | undefined) {
  const { i18n } = useTranslation()
  const lang = i18n.language
  const [content, setContent] = useState<ScreenContent | null>(null)
  const newest = useRef(wanted)
  newest.current = wanted
  useEffect(() => {
    const leaving = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    let shown: string | null = null
    let asked = ''
    let restsUntil = 0
    const isDue = (name: string | undefined): name is string =>
      name !== undefined && name !== shown && (Date.now() >= restsUntil || !isSameTurn(name, asked))
    const look = async () => {
      const name = newest.current
      if (isDue(name)) {
        const began = Date.now()
        asked = name
        try {
          const options = { path: { workshopId, groupId }, query: { lang }, signal: leaving.signal }
          const answer = await call<ScreenContent>('screenContent', options)
          shown = answer.content
          // Where one of the turn before was still being made, that one came
          if (!isSameTurn(shown, name)) asked = shown
          if (!leaving.signal.aborted) setContent(answer)
        } catch {
          // What is shown stays; that nobody answers is said by the other question, and this one is asked again.
        }
        restsUntil = Date.now() + Math.max(contentEveryMs, restPerWork * (Date.now() - began))
      }
      if (!leaving.signal.aborted) timer = setTimeout(() => void look(), newsEveryMs)
    }
    void look()
    return () => {
      leaving.abort()
      clearTimeout(timer)
    }
  }, [workshopId, groupId, lang])
  return content
}
