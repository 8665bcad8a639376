import type { GroupId, MemberId, WorkshopId } from '#shared/base/ids.ts'
import { newId } from '#shared/base/ids.ts'
import type { Role } from '#shared/workshop/roles.ts'
import type { Group, Member } from '#server/ports/people-store.ts'
import type { Admitted } from '#server/rooms/admitted.ts'

/** One workshop with people in it, as login and workshop data would tell; may change while a test runs. */
export class People {
  readonly workshopId = newId<WorkshopId>()
  readonly #groups = new Map<GroupId, Group>()
  readonly #members = new Map<MemberId, Member>()

  group(name = 'Ideenwerkstatt', generation = 1): Group {
    const group: Group = {
      id: newId<GroupId>(),
      workshopId: this.workshopId,
      kind: 'project',
      name,
      position: this.#groups.size,
      generation,
    }
    this.#groups.set(group.id, group)
    return group
  }

  member(role: Role = 'participant', name = `Person ${this.#members.size + 1}`): Member {
    const member = {
      id: newId<MemberId>(),
      workshopId: this.workshopId,
      accountId: null,
      name,
      organisationId: null,
      organisation: 'Stadt Beispiel',
      organisationKind: 'municipality',
      role,
      groupIds: 'all',
      mayChooseGroup: false,
      joinedAt: 0,
      removedAt: null,
      standing: 'present',
      standsInFor: null,
    } as const satisfies Member
    this.#members.set(member.id, member)
    return member
  }

  change(memberId: MemberId, change: Partial<Member>): void {
    this.#members.set(memberId, { ...this.#members.get(memberId)!, ...change })
  }

  /** What a member is in a room right now. */
  admitted(memberId: MemberId, groupId: GroupId): Admitted | null {
    const member = this.#members.get(memberId)
    const group = this.#groups.get(groupId)
    if (!member || !group || member.removedAt !== null) return null
    const { id, workshopId, role, groupIds } = member
    return {
      member,
      group,
      since: 0,
      actor: { account: null, member: { memberId: id, workshopId, role, groupIds } },
    }
  }
}
