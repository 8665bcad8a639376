import { readFile } from 'node:fs/promises'
import { newId, type AccountId, type WorkshopId } from '#shared/base/ids.ts'
import { strategiewerkstattDocument } from '#shared/methods/strategiewerkstatt.ts'
import type { AssetStore } from '#server/ports/asset-store.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { Group, Member, PeopleStore, Workshop } from '#server/ports/people-store.ts'
import type { RoomService } from '#server/rooms/room-service.ts'
import type { ImportPlan, PlannedGroup } from './import-plan.ts'

export interface ImportStores {
  people: PeopleStore
  rooms: RoomService
  events: EventLog
  assets: AssetStore
  clock: Clock
}

/**
 * Stores a planned import. All or nothing for people: the founder's membership is the last write and the only thing
 * that makes a workshop visible. What fails before leaves a workshop nobody belongs to, which goes at the next start
 * with all its rooms and images (`server/workshop/deleting.ts`).
 */
export async function storeImport(
  stores: ImportStores,
  plan: ImportPlan,
  founder: { accountId: AccountId; name: string },
): Promise<WorkshopId> {
  const now = stores.clock.now()
  const workshop: Workshop = {
    id: plan.workshopId,
    title: plan.title,
    language: plan.language,
    createdAt: now,
  }
  const groups = withPlenum(plan, now)
  const moderator = founderOf(workshop, founder)
  const former = plan.members.map((member) => formerMember(workshop, member))
  const rows = groups.map((group) => rowOf(workshop, group))
  await stores.people.addWorkshop(workshop, rows, moderator, former)
  for (const group of groups) {
    await stores.events.append(group.id, group.history)
    await stores.rooms.create(group.id, group.document)
    await storeAssets(stores.assets, group, moderator)
  }
  await stores.people.changeMember({ ...moderator, removedAt: null })
  return workshop.id
}

/** A file of one group has no plenum; every workshop needs one. */
function withPlenum({ groups, language }: ImportPlan, now: number): PlannedGroup[] {
  if (groups.some(({ kind }) => kind === 'plenum')) return groups
  const plenum: PlannedGroup = {
    id: newId(now),
    kind: 'plenum',
    name: plenumNames[language],
    position: 0,
    document: strategiewerkstattDocument({ language, kind: 'plenum', now }),
    history: [],
    assets: [],
  }
  return [plenum, ...groups.map((group, n) => ({ ...group, position: n + 1 }))]
}

const plenumNames = { de: 'Plenum', en: 'Plenary' }

const rowOf = (workshop: Workshop, { id, kind, name, position }: PlannedGroup): Group => ({
  id,
  workshopId: workshop.id,
  kind,
  name,
  position,
  generation: 1,
})

/** Begins as removed, so that nobody sees a workshop that is only half there. */
function founderOf(workshop: Workshop, { accountId, name }: { accountId: AccountId; name: string }): Member {
  return {
    id: newId(),
    workshopId: workshop.id,
    accountId,
    name,
    organisation: '',
    organisationKind: 'coordination',
    role: 'moderator',
    groupIds: 'all',
    mayChooseGroup: false,
    joinedAt: workshop.createdAt,
    removedAt: workshop.createdAt,
  }
}

/** Somebody whom cards or events name. They do not belong to the new workshop until they are invited. */
function formerMember(workshop: Workshop, member: ImportPlan['members'][number]): Member {
  return {
    ...member,
    workshopId: workshop.id,
    accountId: null,
    groupIds: [],
    mayChooseGroup: false,
    joinedAt: workshop.createdAt,
    removedAt: workshop.createdAt,
  }
}

async function storeAssets(assets: AssetStore, group: PlannedGroup, founder: Member): Promise<void> {
  for (const { content, ...asset } of group.assets) {
    // One image in memory at a time
    const bytes = 'file' in content ? await readFile(content.file) : content
    await assets.add({ ...asset, bytes, groupId: group.id, createdBy: founder.id })
  }
}
