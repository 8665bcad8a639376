import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from '#shared/base/ids.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { noHouse } from '#tests/support/no-house.ts'
import type { Material } from '#server/export/material.ts'
import { screenContentOf, type ScreenWanted } from '#server/export/screen-content.ts'
import { ScreenContents } from '#server/export/screen-contents.ts'
import { released, sampleGroup, unreleased } from '#tests/support/sample-group.ts'

const workshopId = newId<never>()
const doc = sampleGroup()
const material: Material = {
  workshop: { id: workshopId, title: 'Strategiewerkstatt', language: 'de', createdAt: 0, isSample: false },
  scope: 'group',
  members: [],
  beside: [],
  house: noHouse,
  meetings: [],
  summaries: [],
  groups: [
    {
      group: { id: newId(), workshopId, kind: 'project', name: 'Bürgerservice', position: 1, generation: 1 },
      updates: [Y.encodeStateAsUpdate(doc)],
      history: [],
      versions: [],
      assets: [],
      asset: async () => null,
    },
  ],
}
const wanted: ScreenWanted = {
  pageId: 'page:preparation-matrix',
  area: null,
  step: null,
  vote: null,
  language: 'de',
}

describe('words and picture for the hall', () => {
  it('hold the page as a picture, and what stands above it', async () => {
    const content = await screenContentOf(material, wanted)
    expect(content.group).toBe('Bürgerservice')
    expect(content.page.name).not.toBe('')
    expect(content.picture?.href).toMatch(/^data:image\/png;base64,/)
    expect(content.picture!.w).toBeGreaterThan(content.picture!.h)
  })

  it('hold the part of the page to which the moderation called everybody', async () => {
    const content = await screenContentOf(material, { ...wanted, area: { x: 0, y: 0, w: 400, h: 100 } })
    expect(content.picture).toMatchObject({ w: 400, h: 100, isPart: true })
  })

  it('have no picture of a page on which nothing stands', async () => {
    const content = await screenContentOf(material, { ...wanted, pageId: 'page:closing-presentation' })
    expect(content.picture).toBeNull()
  })

  it('hold nothing that may not leave the group, wherever a moderator wrote it', async () => {
    const quotes = [...rootsOf(doc).artefacts].filter(([, artefact]) => artefact.get('kind') === 'quote')
    const step = { title: 'Lesen', instruction: `Was heißt „${unreleased}“?`, position: null }
    const vote = {
      question: unreleased,
      trial: false,
      kind: { type: 'yesNo' },
      candidates: quotes.map(([id]) => id),
      result: null,
    } as const
    const content = await screenContentOf(material, { ...wanted, step, vote })
    expect(Object.values(content.vote!.names)).toContain(released)
    expect(Object.values(content.vote!.names)).toHaveLength(2)
    expect(JSON.stringify({ ...content, picture: null })).not.toContain('still beerdigt')
    expect(content.step!.title).toBe('Lesen')
  })
})

describe('contents of screens', () => {
  const made = (group: string) => ({
    language: 'de' as const,
    group,
    page: { name: '', question: '', instruction: '' },
    step: null,
    vote: null,
    picture: null,
  })
  const groupId = newId<never>()

  it('are made once for all who ask for the same', async () => {
    const contents = new ScreenContents()
    let times = 0
    const make = async () => made(`Mal ${++times}`)
    const [one, other] = await Promise.all([contents.of(groupId, 'a', make), contents.of(groupId, 'a', make)])
    expect([one, other, await contents.of(groupId, 'a', make)]).toEqual(
      Array(3).fill({ ...made('Mal 1'), content: 'a' }),
    )
    expect((await contents.of(groupId, 'b', make)).content).toBe('b')
  })

  it('come one after the other: who asks for a later one while one is made gets that, under its own name', async () => {
    const contents = new ScreenContents()
    let finish = (_: ReturnType<typeof made>) => {}
    const first = contents.of(groupId, 'a', () => new Promise((resolve) => (finish = resolve)))
    const later = contents.of(groupId, 'b', () => Promise.reject(new Error('not asked')))
    finish(made('A'))
    expect((await later).content).toBe('a')
    expect(await first).toBe(await later)
  })

  it('are tried again after a failure', async () => {
    const contents = new ScreenContents()
    await expect(contents.of(groupId, 'a', () => Promise.reject(new Error('full')))).rejects.toThrow('full')
    expect((await contents.of(groupId, 'a', async () => made('A'))).group).toBe('A')
  })
})
