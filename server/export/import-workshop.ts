import { createReadStream } from 'node:fs'
import { newId, type WorkshopId } from '#shared/base/ids.ts'
import { strategiewerkstattDocument } from '#shared/methods/strategiewerkstatt.ts'
import type { AssetStore } from '#server/ports/asset-store.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { Group, Member, Organisation, PeopleStore, Workshop } from '#server/ports/people-store.ts'
import type { PlanStore } from '#server/ports/plan-store.ts'
import type { RoomService } from '#server/rooms/room-service.ts'
import { founderOf, type Founder } from '#server/workshop/founder.ts'
import { organisationNamed } from '#server/workshop/organisations.ts'
import type { ImportPlan, PlannedGroup } from './import-plan.ts'

interface ImportStores {
  people: PeopleStore
  rooms: RoomService
  events: Pick<EventLog, 'append'>
  plans: Pick<PlanStore, 'writeSummary'>
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
  founder: Founder,
): Promise<WorkshopId> {
  const now = stores.clock.now()
  const workshop: Workshop = {
    id: plan.workshopId,
    title: plan.title,
    language: plan.language,
    createdAt: now,
    isSample: false,
    copyOf: plan.copyOf,
  }
  const groups = withPlenum(plan, now)
  const moderator = founderOf(workshop, founder, 'removed')
  const { former, organisations } = formerMembers(workshop, plan.members)
  const rows = groups.map((group) => rowOf(workshop, group))
  await stores.people.addWorkshop(workshop, rows, moderator, former, organisations)
  const { plans } = stores
  await plans.writeSummary(workshop.id, { groupId: null, text: plan.summary }, '')
  for (const group of groups) {
    await plans.writeSummary(workshop.id, { groupId: group.id, text: group.summary }, '')
    await stores.events.append(group.id, group.history)
    await stores.rooms.create(group.id, group.document)
    await storeAssets(stores.assets, group, moderator)
  }
  // Nobody is in a breakout of then any more
  const breakouts = rows.filter(({ kind }) => kind === 'breakout')
  await stores.people.unitOfWork(async () => ({
    changes: breakouts.map(({ id }) => ({ type: 'archive', workshopId: workshop.id, groupId: id, at: now })),
    value: undefined,
  }))
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
    summary: '',
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

/** People whom cards or events name. They do not belong to the new workshop until they are invited. */
function formerMembers(workshop: Workshop, members: ImportPlan['members']) {
  const organisations = new Map<Organisation['id'], Organisation>()
  const former = members.map((member): Member => {
    const isNamed = member.organisation.trim() !== ''
    const organisation = isNamed ? organisationNamed([...organisations.values()], workshop.id, member) : null
    if (organisation) organisations.set(organisation.id, organisation)
    return {
      ...member,
      organisationId: organisation?.id ?? null,
      workshopId: workshop.id,
      accountId: null,
      groupIds: [],
      mayChooseGroup: false,
      joinedAt: workshop.createdAt,
      removedAt: workshop.createdAt,
      standing: 'present',
      standsInFor: null,
    }
  })
  return { former, organisations: [...organisations.values()] }
}

async function storeAssets(assets: AssetStore, group: PlannedGroup, founder: Member): Promise<void> {
  for (const { content, ...asset } of group.assets) {
    const pieces = 'file' in content ? createReadStream(content.file) : content
    await assets.add({ ...asset, groupId: group.id, createdBy: founder.id }, pieces)
  }
}
