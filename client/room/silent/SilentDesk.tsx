import { Suspense, useState, type ReactNode } from 'react'
import { useIsSilent, useRoundStage, useSilentRound } from '#client/facilitation/silent/silent-round.ts'
import { useFacilitation, useOwnPage } from '#client/room-context/room-context.ts'
import { OpenDesk, OpenFeed } from '../shell/room-parts.ts'

/**
 * Where one writes what nobody else sees: beside board and list, on a phone in their place. Afterwards it holds what was
 * not revealed, as long as there is any: on a phone folded, above what there is to do now.
 * Half-written words outlive the step: they become a card when nobody writes in their round any more.
 */
export function SilentDesk({ otherwise = null }: { otherwise?: ReactNode }) {
  const [begun, setBegun] = useState<Readonly<Record<string, string>>>({})
  const page = useOwnPage()
  const round = useSilentRound(page?.id ?? null)
  const stage = useRoundStage(page?.id ?? null)
  const isObserver = useFacilitation(({ me }) => me?.role === 'observer')
  if (!page || !round || !stage || isObserver) return otherwise
  const { stepId, generation } = round
  const text = begun[stepId] ?? ''
  const setText = (next: string) => setBegun((all) => ({ ...all, [stepId]: next }))
  return (
    <Suspense fallback={null}>
      <OpenDesk key={`${stepId} ${generation}`} {...{ page, round, stage, text, setText, otherwise }} />
    </Suspense>
  )
}

/** Where the desk is not on screen, own cards still lie on the board. */
export function SilentFeed() {
  const page = useOwnPage()
  const round = useSilentRound(page?.id ?? null)
  const isSilent = useIsSilent(page?.id ?? null)
  const isObserver = useFacilitation(({ me }) => me?.role === 'observer')
  if (!page || !round || !isSilent || isObserver) return null
  return (
    <Suspense fallback={null}>
      <OpenFeed page={page} round={round} />
    </Suspense>
  )
}
