import { useTimeLeftIn } from '#client/app/use-time-left.ts'
import { useRoom } from '#client/room-context/room-context.ts'

/** Milliseconds left on the room's timer, told anew whenever the shown second changes; null while none is set. */
export const useTimeLeft = (): number | null => useTimeLeftIn(useRoom().session)
