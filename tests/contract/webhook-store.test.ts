import { expect, it } from 'vitest'
import { newId, type AccountId, type ArtefactId, type MeetingId, type WorkshopId } from '#shared/base/ids.ts'
import { hookKinds } from '#shared/workshop/hook-kinds.ts'
import { publicProfileOf } from '#shared/gallery/public-profile.ts'
import { MemoryWebhookStore } from '#server/adapters/memory/webhook-store.ts'
import { SqliteGalleryStore } from '#server/adapters/sqlite/gallery-store.ts'
import { SqliteInterestStore } from '#server/adapters/sqlite/interest-store.ts'
import { SqlitePeopleStore } from '#server/adapters/sqlite/people-store.ts'
import { SqlitePlanStore } from '#server/adapters/sqlite/plan-store.ts'
import { SqliteWebhookStore } from '#server/adapters/sqlite/webhook-store.ts'
import type { Delivery } from '#server/ports/webhook-store.ts'
import { meetingWith } from '#tests/support/agenda.ts'
import { memoryDisk } from './disk.ts'
import { peopleDatabases } from './people-database.ts'
import { account, group, member, workshop } from './people-store.ts'
import { describeWebhookStore, webhookOf } from './webhook-store.ts'

const newDatabase = peopleDatabases()

async function inSqlite() {
  const { open, closeAll, disk } = newDatabase()
  const database = open()
  const people = new SqlitePeopleStore(database)
  const accounts = [account(), account({ email: 'jan@example.org' })] as const
  for (const one of accounts) await people.addAccount(one)
  const [house, other] = [workshop(), workshop()]
  const rooms = [group(house.id, 0), group(house.id, 1)] as const
  const second = member(house.id, { accountId: accounts[1].id })
  await people.addWorkshop(house, rooms, member(house.id, { accountId: accounts[0].id }), [second])
  await people.addWorkshop(other, [group(other.id, 0)], member(other.id))
  const rehearsal = workshop({ rehearsalOf: { workshopId: house.id, groupId: newId() } })
  const rehearsing = member(rehearsal.id, { accountId: accounts[0].id })
  await people.addWorkshop(rehearsal, [group(rehearsal.id, 0)], rehearsing)
  const reopened = async () => {
    closeAll()
    return new SqliteWebhookStore(open())
  }
  const accountIds = [accounts[0].id, accounts[1].id] as const
  const workshopIds = [house.id, other.id] as const
  return {
    store: new SqliteWebhookStore(database),
    database,
    people,
    rooms,
    accountIds,
    workshopIds,
    rehearsalId: rehearsal.id,
    disk,
    reopened,
  }
}

describeWebhookStore('memory', async () => {
  const { memory, disk } = memoryDisk()
  const accountIds = [newId<AccountId>(), newId<AccountId>()] as const
  const workshopIds = [newId<WorkshopId>(), newId<WorkshopId>()] as const
  const rehearsalId = newId<WorkshopId>()
  const places = {
    isMember: (accountId: AccountId, workshopId: WorkshopId) =>
      workshopId === workshopIds[0]
        ? accountIds.includes(accountId)
        : workshopId === rehearsalId && accountId === accountIds[0],
    exists: (workshopId: WorkshopId) => [...workshopIds, rehearsalId].includes(workshopId),
    isRehearsal: (workshopId: WorkshopId) => workshopId === rehearsalId,
  }
  const store = new MemoryWebhookStore(places, memory)
  return { store, accountIds, workshopIds, rehearsalId, disk, reopened: async () => store }
})
describeWebhookStore('sqlite', inSqlite)

async function told() {
  const setting = await inSqlite()
  const webhook = webhookOf(setting.accountIds[0], { kinds: [...hookKinds] })
  await setting.store.add(webhook, 9)
  const [workshopId] = setting.workshopIds
  const { database, rooms, people } = setting
  const next = () => setting.store.due(Number.MAX_SAFE_INTEGER, 99)
  const kinds = async () => {
    const told: Delivery[] = []
    for (let due = await next(); due.length > 0; due = await next()) {
      told.push(...due)
      for (const { id } of due)
        await setting.store.end(id, { outcome: 'delivered', status: 200, dueAt: null })
    }
    return told.map(({ kind, subjectId, groupId, at }) => ({ kind, subjectId, groupId, at }))
  }
  return { ...setting, webhook, workshopId, groupId: rooms[0].id, database, people, kinds }
}

it('a profile is told of in the transaction that publishes or withdraws it', async () => {
  const { database, workshopId, groupId, kinds, people } = await told()
  const gallery = new SqliteGalleryStore(database)
  await gallery.open(workshopId, 1)
  const profile = {
    ...{ id: newId(), workshopId, groupId, artefactId: newId<ArtefactId>(), language: 'de' },
    ...{ publishedAt: 5, changedAt: 5, profile: publicProfileOf({ name: 'Wohngeld' }) },
  } as Parameters<typeof gallery.publish>[0]
  const id = await gallery.publish(profile, 9)
  const published = { kind: 'profile.published', subjectId: id, groupId }
  expect(await kinds()).toEqual([{ ...published, at: 5 }])
  await gallery.publish({ ...profile, id: newId(), changedAt: 8 }, 9)
  expect(await kinds()).toEqual([{ ...published, at: 8 }])
  await gallery.close(workshopId)
  expect(await kinds()).toMatchObject([{ kind: 'profile.withdrawn', subjectId: id, groupId }])
  await gallery.open(workshopId, 1)
  await gallery.publish(profile, 9)
  await people.removeGroup(groupId)
  // When it was withdrawn says the database's own clock
  const last = (await kinds()).map(({ kind }) => kind)
  expect(last.sort()).toEqual(['profile.published', 'profile.withdrawn'])
})

it('interest is told of once it is confirmed, or where nothing has to be', async () => {
  const { database, workshopId, groupId, kinds } = await told()
  const interests = new SqliteInterestStore(database)
  const facts = {
    ...{ organisation: 'Stadt', organisationKind: 'municipality', name: 'Ada', email: 'a@b.example' },
    offer: '',
  } as const
  const interest = () => ({
    ...{
      id: newId(),
      workshopId,
      groupId,
      artefactId: newId(),
      solution: 'Wohngeld',
      sentAt: 5,
      confirmedAt: null,
      facts,
    },
  })
  const [plain, waiting] = [interest(), interest()] as Parameters<typeof interests.add>[0][]
  await interests.add(plain!, null, { listed: 9, waiting: 9 })
  await interests.add(waiting!, 'hash', { listed: 9, waiting: 9 })
  expect(await kinds()).toEqual([{ kind: 'interest.received', subjectId: plain!.id, groupId, at: 5 }])
  await interests.confirm('hash', 7)
  expect(await kinds()).toEqual([{ kind: 'interest.received', subjectId: waiting!.id, groupId, at: 7 }])
  await interests.take(workshopId, waiting!.id)
  expect(await kinds()).toEqual([])
})

it('minutes are told of when they are released, and only then', async () => {
  const { database, workshopId, kinds } = await told()
  const plans = new SqlitePlanStore(database)
  const bounds = { meetings: 9, bytes: 99_999 }
  const meeting = { ...meetingWith([]), id: newId<MeetingId>() }
  await plans.add(workshopId, [meeting], bounds)
  const record = { remarks: 'a', attendance: null, released: null, corrections: [] }
  const change = (next: typeof record | object) =>
    plans.change(
      workshopId,
      meeting.id,
      (now) => ({ ok: true, value: { ...now, record: next as typeof record } }),
      bounds,
    )
  await change(record)
  expect(await kinds()).toEqual([])
  const released = { at: 1_234, by: 'Mara', blocks: [] }
  await change({ ...record, released })
  expect(await kinds()).toEqual([
    { kind: 'minutes.released', subjectId: meeting.id, groupId: null, at: 1_234 },
  ])
  await change({ ...record, released, remarks: 'b' })
  expect(await kinds()).toEqual([])
})

it('a workshop is told of when it is archived, taken out again, and deleted; a rehearsal never', async () => {
  const { people, workshopId, kinds, accountIds, store, webhook } = await told()
  const archive = (at: number | null) =>
    people.unitOfWork(async () => ({
      changes: [{ type: 'archive', workshopId, groupId: null, at }],
      value: null,
    }))
  await archive(9)
  await archive(10)
  await archive(null)
  expect((await kinds()).map(({ kind }) => kind)).toEqual(['workshop.archived', 'workshop.reopened'])
  const rehearsal = workshop({ rehearsalOf: { workshopId, groupId: newId() } })
  await people.addWorkshop(
    rehearsal,
    [group(rehearsal.id, 0)],
    member(rehearsal.id, { accountId: accountIds[0] }),
  )
  await people.removeWorkshop(rehearsal.id)
  expect(await kinds()).toEqual([])
  const ofThisOne = webhookOf(accountIds[1], { workshopId, kinds: ['workshop.deleted'] })
  await store.add(ofThisOne, 9)
  await people.removeWorkshop(workshopId)
  await store.sweep(0)
  expect((await store.webhook(ofThisOne.id))?.id).toBe(ofThisOne.id)
  expect((await kinds()).map(({ kind }) => kind)).toEqual(['workshop.deleted', 'workshop.deleted'])
  await store.sweep(0)
  expect(await store.webhook(ofThisOne.id)).toBeNull()
  expect(await store.webhook(webhook.id)).not.toBeNull()
})

it('what only a newer version knows waits for it and holds up nothing', async () => {
  const { database, store, webhook, workshopId, accountIds } = await told()
  await store.queue({ kind: 'vote.counted', workshopId, groupId: null, subjectId: 'neuer', at: 1 }, 'neuer')
  database.prepare("UPDATE deliveries SET kind = 'step.begun'").run()
  await store.queue({ kind: 'vote.counted', workshopId, groupId: null, subjectId: 'hier', at: 2 }, 'hier')
  database.prepare(`UPDATE deliveries SET outcome = 'slow' WHERE subject_id = 'hier'`).run()
  database.prepare('UPDATE webhooks SET kinds = ?').run('["step.begun","vote.counted"]')
  expect(await store.due(9, 9)).toMatchObject([{ subjectId: 'hier', outcome: null }])
  expect(await store.deliveriesOf(webhook.id, 9)).toMatchObject([{ subjectId: 'hier' }])
  expect(await store.webhooksOf(accountIds[0])).toMatchObject([{ kinds: ['vote.counted'] }])
})

it('webhooks go with their account', async () => {
  const { people, accountIds, store, webhook } = await told()
  await store.queue(
    { kind: 'vote.counted', workshopId: (await told()).workshopId, groupId: null, subjectId: null, at: 1 },
    'x',
  )
  await people.unitOfWork(async () => ({
    changes: [{ type: 'removeAccount', accountId: accountIds[0], at: 1 }],
    value: null,
  }))
  expect(await store.webhook(webhook.id)).toBeNull()
})
