import type { Hands, RaisedHand } from './state.ts'

/** The same for everybody: who has not spoken in this step first, and then who has waited longest. */
export function speakersOf({ raised, haveSpoken }: Hands): RaisedHand[] {
  const turn = ({ memberId }: RaisedHand) => Number(haveSpoken.includes(memberId))
  return [...raised].sort((a, b) => turn(a) - turn(b) || a.since - b.since)
}
