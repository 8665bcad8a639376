import type { Meeting } from '#shared/agenda/meeting.ts'
import type { AssetId, GroupId, WorkshopId } from '#shared/base/ids.ts'
import type { StoredEnvelope } from '#shared/facilitation/events.ts'
import type { VersionView } from '#shared/protocol/api.ts'
import type { Summary } from '#shared/protocol/summaries.ts'
import type { AssetStore, StoredAsset } from '#server/ports/asset-store.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { Group, Member, PeopleStore, Workshop } from '#server/ports/people-store.ts'
import type { House } from './house.ts'
import type { PlanStore } from '#server/ports/plan-store.ts'
import type { UpdateLog } from '#server/ports/update-log.ts'

/** Everything an export is made of. */
export interface Material {
  workshop: Workshop
  scope: 'workshop' | 'group'
  /** Present and former; only who is named gets into a file. */
  members: Member[]
  groups: GroupMaterial[]
  /** The plan, with notes for the moderation alone. */
  meetings: Meeting[]
  /** What people wrote: of what is exported, and of nothing beside it. */
  summaries: Summary[]
  house: House
  /**
   * Yjs updates of the groups that stay out of the file: their withheld words stay out of it as well. So do those of a
   * workshop that is rehearsed.
   */
  beside: Uint8Array[][]
}

export interface GroupMaterial {
  group: Group
  /** Yjs updates that build the document. */
  updates: Uint8Array[]
  history: StoredEnvelope[]
  versions: Pick<VersionView, 'name' | 'createdAt' | 'reason'>[]
  /** Read one after the other, by what holds them all, while it is written. */
  assets: AsyncIterable<StoredAsset> | Iterable<StoredAsset>
  /** One of them; null when it is not there. */
  asset: (id: AssetId) => Promise<StoredAsset | null>
}

interface MaterialSources {
  people: Pick<PeopleStore, 'workshop' | 'groups' | 'members' | 'formerMembers'>
  documents: Pick<UpdateLog, 'load' | 'versions'>
  events: Pick<EventLog, 'load'>
  assets: Pick<AssetStore, 'asset' | 'assetIds'>
  plans: Pick<PlanStore, 'meetings' | 'summaries'>
  houses: (workshopId: WorkshopId) => House
}

interface Wanted {
  workshopId: WorkshopId
  groupId: GroupId | null
}

/** @throws Error when the workshop or the group went while this waited for its turn */
export async function gatherMaterial(
  sources: MaterialSources,
  { workshopId, groupId }: Wanted,
): Promise<Material> {
  const { people } = sources
  const workshop = await people.workshop(workshopId)
  const all = await people.groups(workshopId)
  const groups = groupId === null ? all : all.filter(({ id }) => id === groupId)
  if (!workshop || groups.length === 0) throw new Error('there is nothing to export any more')
  const rehearsed = workshop.rehearsalOf ? await people.groups(workshop.rehearsalOf.workshopId) : []
  const outside = [...all.filter((group) => !groups.includes(group)), ...rehearsed]
  const updatesOf = async ({ id }: Group) => (await sources.documents.load(id)).updates
  return {
    workshop,
    scope: groupId === null ? 'workshop' : 'group',
    members: [...(await people.members(workshopId)), ...(await people.formerMembers(workshopId))],
    groups: await Promise.all(groups.map((group) => groupMaterial(sources, group))),
    meetings: await sources.plans.meetings(workshopId),
    summaries: (await sources.plans.summaries(workshopId)).filter(
      (summary) => groupId === null || summary.groupId === groupId,
    ),
    house: sources.houses(workshopId),
    beside: await Promise.all(outside.map(updatesOf)),
  }
}

async function groupMaterial(
  { documents, events, assets }: MaterialSources,
  group: Group,
): Promise<GroupMaterial> {
  const versions = await documents.versions(group.id)
  return {
    group,
    updates: (await documents.load(group.id)).updates,
    history: await events.load(group.id),
    versions: versions.map(({ name, createdAt, reason }) => ({ name, createdAt, reason })),
    assets: assetsOf(assets, group.id),
    asset: (id) => assets.asset(group.id, id),
  }
}

async function* assetsOf(assets: MaterialSources['assets'], groupId: GroupId): AsyncIterable<StoredAsset> {
  for (const id of await assets.assetIds(groupId)) {
    const asset = await assets.asset(groupId, id)
    if (asset) yield asset
  }
}
