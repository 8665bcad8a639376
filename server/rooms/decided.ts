import type { GroupId, MemberId } from '#shared/base/ids.ts'
import { evolve } from '#shared/facilitation/evolve.ts'
import { readableEvents } from '#shared/facilitation/events.ts'
import { isLockedAt } from '#shared/facilitation/lock/locked-at.ts'
import { initialState, type FacilitationState } from '#shared/facilitation/state.ts'
import { entersEveryRoom } from '#shared/workshop/permissions.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { Admitted } from './admitted.ts'
import { hasToKnock } from './door.ts'
import type { Registry } from './registry.ts'

interface Means {
  registry: Pick<Registry, 'loaded'>
  eventLog: EventLog
  clock: Clock
}

/** What has been decided for a room: from memory where it is loaded, else from the event log. Loads no room. */
export class Decided {
  readonly #means: Means

  constructor(means: Means) {
    this.#means = means
  }

  async in(groupId: GroupId): Promise<FacilitationState> {
    const { registry, eventLog } = this.#means
    const room = registry.loaded(groupId)
    if (room) return room.facilitator.state
    const events = readableEvents(await eventLog.load(groupId))
    return events.reduce(evolve, initialState('preparation', ''))
  }

  async isLocked(groupId: GroupId): Promise<boolean> {
    return isLockedAt(await this.in(groupId), this.#means.clock.now())
  }

  async presenter(groupId: GroupId): Promise<MemberId | null> {
    const mode = (await this.in(groupId)).step.running?.step.mode
    return mode?.type === 'present' ? mode.presenter : null
  }

  /** Whoever is in the room is inside, whatever has become of the door since. */
  async isOutside(admitted: Admitted): Promise<boolean> {
    const { member, group } = admitted
    // No log is read for those who pass every door
    if (entersEveryRoom(member.role)) return false
    if (!hasToKnock((await this.in(group.id)).lobby, admitted)) return false
    return (this.#means.registry.loaded(group.id)?.connectionsOf(member.id).length ?? 0) === 0
  }
}
