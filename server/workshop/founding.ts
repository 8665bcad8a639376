import { newId, type WorkshopId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import { strategiewerkstattDocument } from '#shared/methods/strategiewerkstatt.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Group, PeopleStore, Workshop } from '#server/ports/people-store.ts'
import type { RoomService } from '#server/rooms/room-service.ts'
import { founderOf, type Founder } from './founder.ts'

interface Means {
  people: PeopleStore
  rooms: RoomService
  clock: Clock
}

/** A workshop to be made from the Strategiewerkstatt template. */
interface Founding {
  title: string
  language: 'de' | 'en'
  isSample: boolean
  groupNames: readonly string[]
  founder: Founder
}

const plenumNames = { de: 'Plenum', en: 'Plenary' }

/**
 * Makes a workshop with its plenum, its project groups and its first moderator. Documents are stored first: if the
 * program stops in between, documents nobody refers to are left, and never a group without its pages.
 */
export async function foundWorkshop(means: Means, founding: Founding): Promise<WorkshopId> {
  const now = means.clock.now()
  const { title, language, isSample } = founding
  const workshop: Workshop = { id: newId(now), title, language, createdAt: now, isSample }
  const groups = [
    newGroup(workshop, now, 'plenum', plenumNames[language], 0),
    ...founding.groupNames.map((name, n) => newGroup(workshop, now, 'project', name, n + 1)),
  ]
  // The same pages for each project group: to prepare them costs tens of milliseconds, and whoever founds is billed for it.
  const prepared = {
    plenum: preparedPages(workshop, 'plenum', now),
    project: preparedPages(workshop, 'project', now),
  }
  for (const { id, kind } of groups) await means.rooms.create(id, prepared[kind])
  await means.people.addWorkshop(workshop, groups, founderOf(workshop, founding.founder, 'present'))
  return workshop.id
}

/**
 * One more project group in a running workshop, with prepared pages. Its document is stored first, as in founding.
 * @throws Problem request_invalid when there are enough
 */
export async function addProjectGroup(means: Means, workshop: Workshop, name: string): Promise<Group> {
  const now = means.clock.now()
  const position = nextPosition(await means.people.groups(workshop.id))
  const prepared = newGroup(workshop, now, 'project', name, position)
  await means.rooms.create(prepared.id, preparedPages(workshop, prepared.kind, now))
  return means.people.unitOfWork(async (people) => {
    const group = { ...prepared, position: nextPosition(await people.groups(workshop.id)) }
    return { changes: [{ type: 'addGroup', group }], value: group }
  })
}

function nextPosition(groups: readonly Group[]): number {
  const projectGroups = groups.filter(({ kind }) => kind === 'project')
  if (projectGroups.length >= limits.maxGroups) throw new Problem('request_invalid', 'enough groups')
  return Math.max(...groups.map(({ position }) => position)) + 1
}

function newGroup(
  workshop: Workshop,
  now: number,
  kind: 'plenum' | 'project',
  name: string,
  position: number,
): Group & { kind: typeof kind } {
  return { id: newId(now), workshopId: workshop.id, kind, name, position, generation: 1 }
}

function preparedPages({ language }: Workshop, kind: 'plenum' | 'project', now: number): Uint8Array {
  return strategiewerkstattDocument({ language, kind, now })
}
