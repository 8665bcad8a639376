import type { MemberId } from '#shared/base/ids.ts'
import type { BreakoutsView } from '#shared/protocol/breakouts.ts'
import { divideAtRandom } from '#shared/workshop/breakout-rooms.ts'

/** How people come into their rooms. `project`: into those that they have anyway. */
export type Way = 'random' | 'choice' | 'again' | 'project'

/** Who sits in which room, by its number from 0. Who is missing stays in the plenum. */
export type Seating = ReadonlyMap<MemberId, number>

export function seatedAtRandom(people: readonly MemberId[], rooms: number, random = Math.random): Seating {
  const divided = divideAtRandom(people, rooms, random)
  return new Map(divided.flatMap((inRoom, room) => inRoom.map((id): [MemberId, number] => [id, room])))
}

/** As they sat the last time; who is gone since is left out. */
export function seatedAgain(last: BreakoutsView['last'], people: readonly MemberId[]): Seating {
  return new Map(
    last.flatMap(({ memberIds }, room) =>
      memberIds.filter((id) => people.includes(id)).map((id): [MemberId, number] => [id, room]),
    ),
  )
}

/** People of a room, in the order in which they are listed elsewhere. */
export const inRoom = (seating: Seating, room: number, people: readonly MemberId[]): MemberId[] =>
  people.filter((id) => seating.get(id) === room)
