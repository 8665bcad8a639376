import type { Admission, SessionView } from '#shared/protocol/api.ts'
import { call } from './api.ts'
import { paths } from './paths.ts'
import { useAnswer } from './use-answer.ts'

type Entered = Pick<Admission, 'workshopId' | 'homeGroupId'>

/** Where somebody goes who has just come in: managers to all groups, everybody else into their room. */
export function wayIn({ workshopId, homeGroupId }: Entered, session: SessionView | undefined): string {
  const isManager = session?.workshops.some(({ id, role }) => id === workshopId && role === 'manager')
  return isManager ? paths.cockpit(workshopId) : paths.room(workshopId, homeGroupId)
}

/** The same at the door, where nothing remembers answers. */
export function useWayIn(entered: Entered): string {
  const [session] = useAnswer(askSession)
  return wayIn(entered, session.state === 'known' ? session.answer : undefined)
}

const askSession = (signal: AbortSignal) => call<SessionView>('session', { signal })
