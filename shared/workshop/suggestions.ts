import type { GroupId, MemberId } from '../base/ids.ts'
import { composition, seatOf, type Seat, type Seated } from './composition.ts'

type SeatedMember = Seated & { id: MemberId }

interface SeatedGroup {
  id: GroupId
  people: readonly SeatedMember[]
}

/** What would fill a seat that a group lacks. */
export interface Suggestion {
  seat: Seat
  to: GroupId
  /** Who could come, and from where: null for those who are in no group. Null where nobody is free: to be invited. */
  move: { member: MemberId; from: GroupId | null } | null
}

/**
 * Proposes who could move so that groups lack less, without leaving a gap elsewhere: first those who are in no group,
 * then those of whom another group has enough. One proposal for each seat of a group; each person is proposed once.
 * Who leads all groups is no question of moving.
 */
export function suggestions(groups: readonly SeatedGroup[], unplaced: readonly SeatedMember[]): Suggestion[] {
  const now = new Map(groups.map(({ id, people }) => [id, [...people]]))
  const free = [...unplaced]
  const found: Suggestion[] = []
  for (const { id: to } of groups) {
    for (const { seat, missing } of composition(now.get(to)!)) {
      if (missing === 0 || seat === 'moderator' || seat === 'manager') continue
      const move = fromNowhere(free, seat) ?? fromElsewhere(now, to, seat)
      if (move) now.get(to)!.push(move.person)
      found.push({ seat, to, move: move && { member: move.person.id, from: move.from } })
    }
  }
  return found
}

interface Move {
  person: SeatedMember
  from: GroupId | null
}

function fromNowhere(free: SeatedMember[], seat: Seat): Move | null {
  const at = free.findIndex((person) => seatOf(person) === seat)
  return at < 0 ? null : { person: free.splice(at, 1)[0]!, from: null }
}

/** From a group that lacks no more without this person than with them. */
function fromElsewhere(now: ReadonlyMap<GroupId, SeatedMember[]>, to: GroupId, seat: Seat): Move | null {
  for (const [from, people] of now) {
    if (from === to) continue
    const before = lacking(people, seat)
    const person = people.find(
      (one) => seatOf(one) === seat && lacking(without(people, one), seat) === before && before === 0,
    )
    if (!person) continue
    people.splice(people.indexOf(person), 1)
    return { person, from }
  }
  return null
}

const without = (people: readonly SeatedMember[], one: SeatedMember) =>
  people.filter((other) => other !== one)

const lacking = (people: readonly Seated[], seat: Seat) =>
  composition(people).find((count) => count.seat === seat)!.missing
