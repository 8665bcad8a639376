import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '#client/app/api.ts'
import type { CreatedInvite } from '#shared/protocol/api.ts'
import type { ScreenPlace } from './use-screen.ts'

interface JoinCode {
  token: string
  code: string
}

type Joining = { state: 'none' } | { state: 'failed' } | ({ state: 'open' } & JoinCode)

/** One that is being made, so that nobody makes two of it. */
const making = new Map<string, Promise<JoinCode>>()

/**
 * An invitation into this group for a day, made when the screen opens with it and kept by its own tab alone: a reload shows
 * the same one, and no address holds it.
 */
export function useJoinCode({ workshopId, groupId }: ScreenPlace, isWanted: boolean): Joining {
  const { t } = useTranslation()
  const label = t('screen.title')
  const [joining, setJoining] = useState<Joining>({ state: 'none' })
  useEffect(() => {
    if (!isWanted) return
    let isHere = true
    codeFor({ workshopId, groupId }, label).then(
      (code) => isHere && setJoining({ state: 'open', ...code }),
      () => isHere && setJoining({ state: 'failed' }),
    )
    return () => {
      isHere = false
    }
  }, [workshopId, groupId, isWanted, label])
  return joining
}

function codeFor(place: ScreenPlace, label: string): Promise<JoinCode> {
  const key = `werkraum.screen.${place.groupId}`
  const known = making.get(key) ?? keptOrNew(key, place, label)
  making.set(key, known)
  // A failure is no answer for the next one who asks
  known.catch(() => making.delete(key))
  return known
}

async function keptOrNew(
  key: string,
  { workshopId, groupId }: ScreenPlace,
  label: string,
): Promise<JoinCode> {
  const kept = readKept(sessionStorage.getItem(key))
  if (kept) return kept
  const body = { role: 'participant', groupId, validDays: 1, label }
  const { token, code, invite } = await call<CreatedInvite>('createInvite', { path: { workshopId }, body })
  sessionStorage.setItem(key, JSON.stringify({ token, code, until: invite.expiresAt }))
  return { token, code }
}

function readKept(text: string | null): JoinCode | null {
  if (text === null) return null
  const { token, code, until } = JSON.parse(text) as JoinCode & { until: number }
  return until > Date.now() ? { token, code } : null
}
