import type { GroupId } from '#shared/base/ids.ts'
import type { StoredEnvelope } from '#shared/facilitation/events.ts'
import type { VersionView } from '#shared/protocol/api.ts'
import type { Asset, AssetStore } from '#server/ports/asset-store.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { Group, Member, PeopleStore, Workshop } from '#server/ports/people-store.ts'
import type { RoomService } from '#server/rooms/room-service.ts'

/** Everything an export is made of, as plain data that can travel into another process. */
export interface Material {
  workshop: Workshop
  scope: 'workshop' | 'group'
  /** Present and former; only who is named gets into a file. */
  members: Member[]
  groups: GroupMaterial[]
}

export interface GroupMaterial {
  group: Group
  /** Yjs updates that build the document. */
  updates: Uint8Array[]
  history: StoredEnvelope[]
  versions: Pick<VersionView, 'name' | 'createdAt' | 'reason'>[]
  /** Empty unless the format holds images. */
  assets: Asset[]
}

export interface MaterialSources {
  people: PeopleStore
  rooms: RoomService
  events: EventLog
  assets: AssetStore
}

/** Gathers one group after the other, so that live rooms get their turn in between. */
export async function gatherMaterial(
  sources: MaterialSources,
  workshop: Workshop,
  { onlyGroup, withAssets }: { onlyGroup: Group | null; withAssets: boolean },
): Promise<Material> {
  const groups: GroupMaterial[] = []
  for (const group of onlyGroup ? [onlyGroup] : await sources.people.groups(workshop.id)) {
    groups.push(await groupMaterial(sources, group, withAssets))
  }
  const { people } = sources
  const members = [...(await people.members(workshop.id)), ...(await people.formerMembers(workshop.id))]
  return { workshop, scope: onlyGroup ? 'group' : 'workshop', members, groups }
}

async function groupMaterial(
  sources: MaterialSources,
  group: Group,
  withAssets: boolean,
): Promise<GroupMaterial> {
  const versions = await sources.rooms.versions(group.id)
  return {
    group,
    updates: await sources.rooms.updates(group.id),
    history: await sources.events.load(group.id),
    versions: versions.map(({ name, createdAt, reason }) => ({ name, createdAt, reason })),
    assets: withAssets ? await assetsOf(sources.assets, group.id) : [],
  }
}

async function assetsOf(assets: AssetStore, groupId: GroupId): Promise<Asset[]> {
  const found: Asset[] = []
  for (const id of await assets.assetIds(groupId)) {
    const asset = await assets.asset(groupId, id)
    if (asset) found.push(asset)
  }
  return found
}
