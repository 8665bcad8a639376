import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from '#shared/base/ids.ts'
import { writeRecord, type BoardRecord } from '#shared/document/board-record.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { noHouse } from '#tests/support/no-house.ts'
import type { Material } from '#server/export/material.ts'
import { screenContentOf, type ScreenWanted } from '#server/export/screen-content.ts'
import { pixelsOf } from '#server/images/clean-image.ts'
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

  describe.each([
    [
      'a board smaller than what the moderation sees',
      1_500,
      1_000,
      { x: -3_000, y: -2_000, w: 8_000, h: 5_000 },
    ],
    ['a part of a board of many screens', 10_000, 8_000, { x: -300, y: -300, w: 1_200, h: 900 }],
    ['a strip', 500_000, 20, { x: -10, y: 0, w: 600_000, h: 10 }],
  ])('of %s', (_, w, h, area) => {
    it('are as wide as a screen, whatever is faint outside', async () => {
      const board = new Y.Doc()
      Y.applyUpdate(board, Y.encodeStateAsUpdate(doc))
      const pageId = 'page:free'
      const add = (record: BoardRecord) => writeRecord(rootsOf(board).board, record)
      add({ id: pageId, typeName: 'page', name: 'Frei', index: 'a99', meta: {} })
      const text = {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Mitte' }] }],
      }
      const shape = { typeName: 'shape', parentId: pageId, isLocked: false, meta: {} }
      const geo = { w: 300, h: 20, geo: 'rectangle', color: 'red', size: 'm', fill: 'solid', richText: text }
      const corners = [
        [0, 0],
        [w / 2, h / 2],
        [w - 300, h - 20],
      ]
      for (const [n, [x, y]] of corners.entries())
        for (const rotation of [0, 3])
          add({
            ...{ ...shape, id: `shape:far${n}${rotation}`, type: 'geo', index: `a${n}${rotation}` },
            ...{ x, y, rotation, opacity: 0.5, props: geo },
          })
      const segments = [{ type: 'free', points: [0, 1].map((n) => ({ x: n * 200, y: n * 9, z: 0.5 })) }]
      add({
        ...{ ...shape, id: 'shape:pen', type: 'highlight', index: 'a8', x: w - 90, y: h - 9, rotation: 0 },
        ...{ opacity: 0.3, props: { segments, color: 'yellow', size: 'm' } },
      })
      const group = { ...material.groups[0]!, updates: [Y.encodeStateAsUpdate(board)] }
      const { picture } = await screenContentOf({ ...material, groups: [group] }, { ...wanted, pageId, area })
      const { width, height } = pixelsOf(Buffer.from(picture!.href.split(',')[1]!, 'base64'))!
      expect(picture!.w).toBeLessThanOrEqual(w + 700)
      expect(width).toBeGreaterThanOrEqual(1_919)
      expect(Math.abs(height - (width * picture!.h) / picture!.w)).toBeLessThan(3)
    })
  })

  it('hold the whole page where the moderation called everybody to where nothing is', async () => {
    const area = { x: 90_000, y: 0, w: 400, h: 100 }
    expect((await screenContentOf(material, { ...wanted, area })).picture).toMatchObject({ isPart: false })
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
