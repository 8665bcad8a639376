import { Suspense } from 'react'
import { presentationIn } from '#client/session/presenter.ts'
import { useFacilitation } from '#client/room-context/room-context.ts'
import { PresentBand } from './room-parts.ts'

/** What is above board and list while somebody presents; loads when that begins. */
export function PresentSlot() {
  const isPresented = useFacilitation(({ state }) => state !== null && presentationIn(state) !== null)
  if (!isPresented) return null
  return (
    <Suspense fallback={null}>
      <PresentBand />
    </Suspense>
  )
}
