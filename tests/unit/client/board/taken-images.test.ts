// @vitest-environment jsdom
import type { Editor, TLAsset, TLPageId, TLShapePartial } from 'tldraw'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { layBeside, takeImages } from '#client/board/content/taken-images.ts'
import type { CardRoom } from '#client/board/cards/card-room.ts'
import { toasts } from '#client/ui/toasts.ts'
import { memorySession } from '#tests/support/room-session.ts'

vi.mock('#client/artefacts/assets.ts', async (original) => ({
  ...(await original<object>()),
  uploadImage: () => Promise.resolve({ ok: true, value: { id: 'stored', fewMb: null } }),
}))
vi.mock('tldraw', async (original) => ({
  ...(await original<object>()),
  getMediaAssetInfoPartial: () => Promise.resolve({ type: 'image', props: { w: 30, h: 20 }, meta: {} }),
}))

const image = (w: number) => ({ type: 'image', id: `asset:${w}`, props: { w, h: 20 } }) as TLAsset

/** A board whose shapes are only counted. */
function board() {
  const laid: TLShapePartial[] = []
  const state = { isDisposed: false, isReadonly: false, pageId: 'page:one' as TLPageId }
  const editor = {
    get isDisposed() {
      return state.isDisposed
    },
    getIsReadonly: () => state.isReadonly,
    getCurrentPageId: () => state.pageId,
    getPage: (id: string) => ({ id }),
    getViewportPageBounds: () => ({ center: { x: 100, y: 50 } }),
    run: (what: () => void) => what(),
    createAssets: () => undefined,
    createShapes: (shapes: TLShapePartial[]) => void laid.push(...shapes),
  } as unknown as Editor
  return { editor, state, laid }
}

const room = { session: memorySession(), texts: () => (key: string) => key } as unknown as CardRoom
const files = [new File(['1'], 'a.png', { type: 'image/png' })]
const told = () => toasts.snapshot().map(({ text }) => text)

const forget = () => toasts.snapshot().forEach(({ id }) => toasts.dismiss(id))
beforeEach(forget)
afterEach(forget)

it('lie where they were taken, whatever page is in front by then', async () => {
  const { editor, state, laid } = board()
  const taking = takeImages(editor, room, files)
  state.pageId = 'page:two' as TLPageId
  await taking
  expect(laid).toMatchObject([{ type: 'image', parentId: 'page:one', x: 85, y: 40 }])
  expect(told()).toEqual([])
})

it('lie side by side', () => {
  const { editor, laid } = board()
  layBeside(editor, [image(30), image(50)], { pageId: 'page:one' as TLPageId, at: { x: 100, y: 50 } })
  expect(laid.map(({ x, y }) => [x, y])).toEqual([
    [60, 40],
    [90, 40],
  ])
})

it.each(['isDisposed', 'isReadonly'] as const)('say that they are not there: %s', async (why) => {
  const { editor, state, laid } = board()
  const taking = takeImages(editor, room, files)
  state[why] = true
  await taking
  expect(laid).toEqual([])
  expect(told()).toEqual(['board.images.notPlaced'])
})
