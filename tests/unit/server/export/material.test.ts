import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createArtefact } from '#shared/document/artefacts.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { MemoryAssetStore } from '#server/adapters/memory/asset-store.ts'
import { MemoryEventLog } from '#server/adapters/memory/event-log.ts'
import { MemoryPeopleStore } from '#server/adapters/memory/people-store.ts'
import { MemoryPlanStore } from '#server/adapters/memory/plan-store.ts'
import { leavingOf } from '#server/export/leaving-of.ts'
import { gatherMaterial } from '#server/export/material.ts'
import { group, member, workshop } from '#tests/contract/people-store.ts'
import { noHouse } from '#tests/support/no-house.ts'
import { sampleGroup, unreleased } from '#tests/support/sample-group.ts'

it('a file out of a rehearsal keeps in what any room of the workshop withholds that is rehearsed', async () => {
  const people = new MemoryPeopleStore()
  const house = workshop()
  const [tried, other] = [group(house.id, 1), group(house.id, 2)]
  await people.addWorkshop(house, [tried, other], member(house.id, { role: 'moderator' }))
  const copy = { ...workshop(), rehearsalOf: { workshopId: house.id, groupId: tried.id } }
  const room = group(copy.id, 1)
  await people.addWorkshop(copy, [room], member(copy.id, { role: 'moderator' }))

  const repeating = new Y.Doc()
  const note = { phase: 'problem', createdAt: 1, authorship: { as: 'anonymous' } } as const
  createArtefact(rootsOf(repeating).artefacts, { ...note, kind: 'note', fields: { text: unreleased } })
  const documents = new Map([
    [room.id, repeating],
    [tried.id, repeating],
    [other.id, sampleGroup()],
  ])
  const sources = {
    people,
    assets: new MemoryAssetStore(),
    plans: new MemoryPlanStore(),
    events: new MemoryEventLog(),
    houses: () => noHouse,
    documents: {
      load: async (id: typeof room.id) => ({ updates: [Y.encodeStateAsUpdate(documents.get(id)!)] }) as never,
      versions: async () => [],
    },
  }
  const material = await gatherMaterial(sources, { workshopId: copy.id, groupId: null })
  const { documents: outgoing } = leavingOf(material, 'de')
  expect(outgoing).toHaveLength(1)
  expect(JSON.stringify(outgoing)).not.toContain('still beerdigt')
})
