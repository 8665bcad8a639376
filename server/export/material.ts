import * as Y from 'yjs'
import { isId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { EventEnvelope } from '#shared/facilitation/events.ts'
import type { VersionView } from '#shared/protocol/api.ts'
import type { Asset, AssetStore } from '#server/ports/asset-store.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { Group, Member, PeopleStore, Workshop } from '#server/ports/people-store.ts'
import type { RoomService } from '#server/rooms/room-service.ts'

/** Everything an export is made of, as plain data that can travel into a worker thread. */
export interface Material {
  workshop: Workshop
  scope: 'workshop' | 'group'
  members: Member[]
  groups: GroupMaterial[]
}

export interface GroupMaterial {
  group: Group
  /** Yjs state of the document. */
  state: Uint8Array
  authors: MemberId[]
  history: EventEnvelope[]
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
  const named = groups.flatMap(({ history, authors }) => [...authors, ...history.map(({ by }) => by)])
  const members = await membersOf(sources.people, workshop, named)
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
    ...(await documentOf(sources.rooms, group.id)),
    history: await sources.events.load(group.id),
    versions: versions.map(({ name, createdAt, reason }) => ({ name, createdAt, reason })),
    assets: withAssets ? await assetsOf(sources.assets, group.id) : [],
  }
}

async function documentOf(
  rooms: RoomService,
  groupId: GroupId,
): Promise<Pick<GroupMaterial, 'state' | 'authors'>> {
  const doc = await rooms.copy(groupId)
  const found = { state: Y.encodeStateAsUpdate(doc), authors: authorsOf(doc) }
  doc.destroy()
  return found
}

/** Whoever signed a card by name. Documents are not trusted, so anything else in that place is passed over. */
function authorsOf(doc: Y.Doc): MemberId[] {
  const authors = new Set<MemberId>()
  for (const artefact of rootsOf(doc).artefacts.values()) {
    const authorship: unknown = artefact instanceof Y.Map ? artefact.get('authorship') : null
    const memberId = (authorship as { memberId?: unknown } | null | undefined)?.memberId
    if (isId(memberId)) authors.add(memberId as MemberId)
  }
  return [...authors]
}

async function assetsOf(assets: AssetStore, groupId: GroupId): Promise<Asset[]> {
  const found: Asset[] = []
  for (const id of await assets.assetIds(groupId)) {
    const asset = await assets.asset(groupId, id)
    if (asset) found.push(asset)
  }
  return found
}

/** Present members, and those of the past whom a card or an event names. */
async function membersOf(
  people: PeopleStore,
  workshop: Workshop,
  named: readonly MemberId[],
): Promise<Member[]> {
  const members = new Map((await people.members(workshop.id)).map((member) => [member.id, member]))
  for (const id of new Set(named)) {
    const former = members.has(id) ? null : await people.member(id)
    if (former) members.set(id, former)
  }
  return [...members.values()]
}
