import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from '#shared/base/ids.ts'
import { dossierChapters } from '#shared/kinds/chapters.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { strategiewerkstattDocument } from '#shared/methods/strategiewerkstatt.ts'
import { markdownOf } from '#shared/report/markdown.ts'
import { workshopFileSchema } from '#shared/report/workshop-file.ts'
import { Making } from '#server/export/making.ts'
import type { GroupMaterial, Material } from '#server/export/material.ts'
import type { WriteSettings } from '#server/export/write-settings.ts'
import type { PendingFile } from '#server/export/zip.ts'
import { meetingWith, plannedStep } from '#tests/support/agenda.ts'
import { member } from '#tests/contract/people-store.ts'
import { noHouse } from '#tests/support/no-house.ts'

const NOW = Date.UTC(2026, 2, 12, 15, 5)
const workshopId = newId<never>()

const releasedRecord = {
  ...{ remarks: '', attendance: null, corrections: [] },
  released: { at: NOW, by: 'Mara Moder', blocks: [] },
}
const step = (id: string) => ({
  ...{ id, title: id, instruction: '', plannedMinutes: 20, phase: 'solution' as const, pageId: 'page:x' },
  ...{ methodId: null, mode: { type: 'open' as const } },
})

const settings: WriteSettings = {
  ...{ content: 'archive', format: 'zip', language: 'de', timeZone: 'Europe/Berlin', exportedAt: NOW },
  ...{
    quotes: 'all',
    withIds: false,
    chapters: dossierChapters,
    meetingId: null,
    retentionYears: 10,
    pdfStandard: 'ua-1',
  },
  ...{ cardId: null, pageId: null },
}

function groupWith(changes: Partial<GroupMaterial> = {}, name = 'Gruppe A'): GroupMaterial {
  const prepared = strategiewerkstattDocument({ language: 'de', kind: 'project', now: NOW })
  return {
    group: { id: newId(), workshopId, kind: 'project', name, position: 1, generation: 1 },
    ...{ updates: [prepared], history: [], versions: [], assets: [], asset: async () => null },
    ...changes,
  }
}

const materialWith = (changes: Partial<Material> = {}): Material => ({
  workshop: { id: workshopId, title: 'Werkstatt', language: 'de', createdAt: NOW, isSample: false },
  ...{ scope: 'workshop', members: [], beside: [], house: noHouse, meetings: [], summaries: [] },
  groups: [groupWith()],
  ...changes,
})

const filesOf = (material: Material) => new Making(material, settings, '').archive()

async function textOf(files: readonly PendingFile[], like: RegExp): Promise<string> {
  const content = await files.find(({ name }) => like.test(name))!.make()
  if (typeof content === 'string') return content
  if (content instanceof Uint8Array) return Buffer.from(content).toString('utf8')
  let text = ''
  for await (const piece of content) text += piece
  return text
}

const imageOf = (id: string, text: string) => ({
  ...{ id: id as never, groupId: newId<never>(), mediaType: 'image/png' as const, sizeBytes: text.length },
  ...{ createdAt: 1, createdBy: newId<never>() },
  content: async function* () {
    yield Buffer.from(text)
  },
})

it('holds in its data the pictures that stand on the boards, and none that was taken off', async () => {
  const [shown, takenOff] = [newId<never>(), newId<never>()]
  const doc = new Y.Doc()
  const group = groupWith()
  for (const update of group.updates) Y.applyUpdate(doc, update)
  writeRecord(rootsOf(doc).board, {
    ...{ id: 'asset:picture', typeName: 'asset', type: 'image', meta: {} },
    props: { src: `/assets/${shown}`, w: 1, h: 1, name: 'Bild', isAnimated: false, mimeType: 'image/png' },
  })
  const assets = [imageOf(shown, 'gezeigt'), imageOf(takenOff, 'abgenommen')]
  const material = materialWith({ groups: [{ ...group, updates: [Y.encodeStateAsUpdate(doc)], assets }] })
  const data = JSON.parse(await textOf(await filesOf(material), /^5_.*\.json$/)) as unknown
  const file = workshopFileSchema.parse(data)
  expect(file.contents.quotes).toBe('released')
  const images = file.groups[0]!.assets.map(({ id, data }) => [id, Buffer.from(data, 'base64').toString()])
  expect(images).toEqual([[shown, 'gezeigt']])
})

/** A group that decided something, with somebody in it. */
function decidedIn(name: string) {
  const doc = new Y.Doc()
  const group = groupWith({}, name)
  for (const update of group.updates) Y.applyUpdate(doc, update)
  const { artefacts, board } = rootsOf(doc)
  const artefactId = createArtefact(artefacts, {
    ...{ kind: 'decision', phase: 'closing', createdAt: NOW, authorship: { as: 'anonymous' } },
    fields: { text: `Beschluss von ${name}` },
  })
  placeArtefact(board, { artefactId, parentId: 'page:solution-ideas', x: 0, y: 0, w: 240, h: 160 })
  const { id } = group.group
  const somebody = member(workshopId, { groupIds: [id], organisation: `Stadt ${name}` })
  return { id, somebody, group: { ...group, updates: [Y.encodeStateAsUpdate(doc)] } }
}

it('minutes tell of the groups and people that the meeting concerned, whatever else is exported', () => {
  const [own, other] = [decidedIn('Nord'), decidedIn('Süd')]
  const material = (groupIds: 'all' | (typeof own.id)[]) =>
    materialWith({
      groups: [own.group, other.group],
      members: [own.somebody, other.somebody],
      meetings: [meetingWith([plannedStep('a')], { groupIds, startsAt: NOW - 60_000 })],
    })
  const { id } = meetingWith([])
  const told = (groupIds: 'all' | (typeof own.id)[]) =>
    markdownOf(new Making(material(groupIds), { ...settings, meetingId: id }, '').minutes())
  const ofOne = told([own.id])
  expect(ofOne).toContain('Beschluss von Nord')
  expect(ofOne).toContain('Stadt Nord')
  expect(ofOne).not.toContain('Süd')
  for (const words of ['Beschluss von Nord', 'Beschluss von Süd', 'Stadt Süd'])
    expect(told('all')).toContain(words)
})

describe('what the records are told', () => {
  const [own, gone] = [decidedIn('Nord'), decidedIn('Süd')]
  const looking = member(workshopId, { role: 'observer', groupIds: [own.id], organisation: 'Presse' })
  const left = member(workshopId, { groupIds: [own.id], organisation: 'Stadt Weg', removedAt: NOW })
  const begun = { ...step('a'), deadline: null }
  const history = [
    {
      ...{ seq: 1, at: Date.UTC(2026, 2, 11, 23, 30), by: own.somebody.id },
      event: { type: 'StepStarted' as const, step: begun, how: 'start' as const, former: null },
    },
  ]
  const meetings = [
    meetingWith([plannedStep('b')], { id: newId(), title: 'Nie gehalten', groupIds: [own.id] }),
    meetingWith([plannedStep('a')], { title: 'Auftakt: Ziele', groupIds: [own.id] }),
    meetingWith([], { id: newId(), title: 'Anderswo', groupIds: [gone.id], record: releasedRecord }),
    meetingWith([], {
      id: newId(),
      title: 'Abschluss',
      startsAt: NOW,
      groupIds: 'all',
      record: releasedRecord,
    }),
  ]
  const material = materialWith({
    ...{ scope: 'group', groups: [{ ...own.group, history }], meetings },
    members: [own.somebody, gone.somebody, looking, left],
    workshop: { ...materialWith().workshop, createdAt: Date.UTC(2026, 1, 28, 23, 30) },
  })

  it('is a file of minutes for each meeting that was held or released, in their order', async () => {
    const names = (await filesOf(material)).map(({ name }) => name)
    expect(names.filter((name) => name.startsWith('2_'))).toEqual([
      '2_Protokoll_2026-03-12_Auftakt-Ziele.pdf',
      '2_Protokoll_2026-03-12_Abschluss.pdf',
    ])
  })

  it('is a name for each file that no other has, also where titles come to the same or differ at their ends', async () => {
    const long = 'Abstimmung der Zuständigkeiten '.repeat(5)
    const held = ['Bau/Umwelt', 'Bau: Umwelt', 'BAU UMWELT', `${long}1`, `${long}2`].map((title) =>
      meetingWith([], { id: newId(), title, startsAt: NOW, groupIds: 'all', record: releasedRecord }),
    )
    const names = (await filesOf(materialWith({ meetings: held }))).map(({ name }) => name)
    const minutes = names.filter((name) => name.startsWith('2_'))
    expect(minutes.slice(0, 3)).toEqual([
      '2_Protokoll_2026-03-12_Bau-Umwelt.pdf',
      '2_Protokoll_2026-03-12-2_Bau-Umwelt.pdf',
      '2_Protokoll_2026-03-12-3_BAU-UMWELT.pdf',
    ])
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
  })

  it('is who takes part in what is exported, and when, in days of the place', async () => {
    const text = await textOf(await filesOf(material), /^metadaten/)
    expect([...text.matchAll(/<Organisation><Name>(.*?)</g)].map(([, name]) => name)).toEqual(['Stadt Nord'])
    expect(text).toContain('<Beginn>2026-03-01</Beginn><Ende>2026-03-12</Ende>')
    expect(text).toContain('<Vorgang xmlns="urn:werkraum:records:1">')
    expect(text).toContain('<Aufbewahrungsdauer>10</Aufbewahrungsdauer>')
  })

  it('is of every file its title, its day and what it is', async () => {
    const files = await filesOf(material)
    const text = await textOf(files, /^metadaten/)
    expect(text).toContain(
      '<Dokument><Dateiname>2_Protokoll_2026-03-12_Auftakt-Ziele.pdf</Dateiname>' +
        '<Betreff>Protokoll: Auftakt: Ziele</Betreff><Datum>2026-03-12</Datum><MimeType>application/pdf</MimeType>',
    )
    const described = [...text.matchAll(/<Dateiname>(.*?)</g)].map(([, name]) => name)
    const others = [files[0]!.name, 'metadaten.xml']
    expect(described).toEqual(files.map(({ name }) => name).filter((name) => !others.includes(name)))
    expect(text).not.toContain('undefined')
    expect(await textOf(files, /^0_/)).toContain('Aufzubewahren: 10 Jahre')
  })
})

it('pictures of a workshop in which nothing lies are a sentence that says so, in a ZIP and as PDF alike', async () => {
  const making = new Making(materialWith(), { ...settings, content: 'pictures', format: 'svg' }, '')
  const pieces: Uint8Array[] = []
  await making.written({ content: 'pictures', format: 'svg' }, (bytes) => pieces.push(bytes))
  const held = Object.entries(unzipSync(Buffer.concat(pieces)))
  expect(held.map(([name]) => name)).toEqual(['Hinweis.txt'])
  expect(strFromU8(held[0]![1])).toMatch(/^Noch liegt auf keiner Seite etwas\./)
  expect(markdownOf(making.boards([]))).toContain('Noch liegt auf keiner Seite etwas.')
})
