// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { uploadImage } from '#client/artefacts/assets.ts'
import { SketchDialog } from '#client/artefacts/sketch/SketchDialog.tsx'
import { asStored, storedSize } from '#client/artefacts/stored-size.ts'
import { limits } from '#shared/base/limits.ts'
import { memorySession } from '#tests/support/room-session.ts'
import { show } from '#tests/support/view.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** A browser whose pictures have this size, and what it writes weighs so much. */
function browser(size: { width: number; height: number }, writtenBytes: number) {
  const written: [number, number, string, unknown][] = []
  vi.stubGlobal('createImageBitmap', () => Promise.resolve({ ...size, close: () => undefined }))
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (
    this: HTMLCanvasElement,
    take,
    type = '',
    quality,
  ) {
    written.push([this.width, this.height, type, quality])
    take(new Blob([new Uint8Array(writtenBytes)], { type }))
  })
  return written
}

const file = (type: string, bytes = 9_000, head: readonly number[] = []) => {
  const content = new Uint8Array(bytes)
  content.set(head)
  return new Blob([content], { type })
}
const ascii = (text: string) => [...text].map((sign) => sign.charCodeAt(0))

describe('a picture is stored', () => {
  it('no larger than a printed page shows, and never enlarged', () => {
    expect(storedSize({ width: 4_032, height: 3_024 })).toEqual({ width: 2_400, height: 1_800 })
    expect(storedSize({ width: 9_000, height: 2 })).toEqual({ width: 2_400, height: 1 })
    expect(storedSize({ width: 640, height: 480 })).toEqual({ width: 640, height: 480 })
  })

  it('as what it was: photos with less than nobody sees, drawings with every line', async () => {
    const written = browser({ width: 4_800, height: 2_400 }, 1_000)
    for (const type of ['image/jpeg', 'image/webp', 'image/png'])
      expect(await asStored(file(type))).toMatchObject({ type, size: 1_000 })
    expect(written).toEqual([
      [2_400, 1_200, 'image/jpeg', 0.85],
      [2_400, 1_200, 'image/webp', 0.85],
      [2_400, 1_200, 'image/png', undefined],
    ])
  })

  it('as it is where it would not become smaller, where it moves, and where it cannot be drawn', async () => {
    const written = browser({ width: 100, height: 100 }, 10_000)
    const photo = file('image/jpeg')
    expect(await asStored(photo)).toBe(photo)
    expect(written).toHaveLength(1)
    const moving = file('image/webp', 9_000, [...ascii('RIFF....WEBPVP8X'), 10, 0, 0, 0, 0b10])
    const png = [0x89, ...ascii('PNG'), 13, 10, 26, 10, 0, 0, 0, 0, ...ascii('IHDR'), 0, 0, 0, 0]
    const movingPng = file('image/png', 9_000, [...png, 0, 0, 0, 8, ...ascii('acTL')])
    for (const one of [file('image/gif'), moving, movingPng]) expect(await asStored(one)).toBe(one)
    expect(written).toHaveLength(1)
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('damaged')))
    expect(await asStored(photo)).toBe(photo)
  })

  it('only after its size was looked at: what no device should take in is not read', async () => {
    const huge = new File([], 'scan.png', { type: 'image/png' })
    const read = vi.spyOn(huge, 'arrayBuffer')
    Object.defineProperty(huge, 'size', { value: limits.maxImageFileBytes + 1 })
    expect(await uploadImage(memorySession(), huge)).toEqual({ ok: false, refusal: 'tooLarge' })
    expect(read).not.toHaveBeenCalled()
  })

  it('unless it only calls itself one: it is damaged, and no wrong format', async () => {
    const refusal = { error: { code: 'image_type_unsupported', message: '' } }
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json(refusal, { status: 415 })))
    const empty = new File([], 'plan.png', { type: 'image/png' })
    expect(await uploadImage(memorySession(), empty)).toEqual({ ok: false, refusal: 'unreadable' })
  })
})

describe('a sketch', () => {
  const ready = { mayTake: true, busy: false, fault: null, onClose: () => undefined }

  it('is drawn line by line, taken back by lines, and put on the card as a picture', () => {
    browser({ width: 1, height: 1 }, 500)
    HTMLElement.prototype.setPointerCapture = () => undefined
    HTMLElement.prototype.hasPointerCapture = () => true
    const drawn: File[] = []
    show(<SketchDialog {...ready} under={null} onDrawn={(one) => drawn.push(one)} />)
    const paper = screen.getByRole('img', { name: 'Blatt zum Zeichnen' })
    const take = screen.getByRole<HTMLButtonElement>('button', { name: 'Skizze auf die Karte legen' })
    const back = screen.getByRole('button', { name: 'Letzten Strich zurück' })
    expect(take.disabled).toBe(true)
    const line = () => {
      fireEvent.pointerDown(paper, { button: 0, clientX: 10, clientY: 10 })
      fireEvent.pointerMove(paper, { clientX: 60, clientY: 40 })
    }
    line()
    fireEvent.click(back)
    expect(take.disabled).toBe(true)
    line()
    line()
    fireEvent.click(back)
    fireEvent.click(take)
    expect(drawn.map(({ name, type, size }) => [name, type, size])).toEqual([
      ['sketch.png', 'image/png', 500],
    ])
  })

  it('is left only after a question once there is a line', () => {
    browser({ width: 1, height: 1 }, 500)
    HTMLElement.prototype.setPointerCapture = () => undefined
    const onClose = vi.fn()
    show(<SketchDialog {...ready} under={null} onClose={onClose} onDrawn={() => undefined} />)
    const close = screen.getByRole('button', { name: 'Schließen' })
    fireEvent.click(close)
    expect(onClose).toHaveBeenCalledTimes(1)
    fireEvent.pointerDown(screen.getByRole('img', { name: 'Blatt zum Zeichnen' }), { button: 0 })
    fireEvent.click(close)
    expect(onClose).toHaveBeenCalledTimes(1)
    fireEvent.click(screen.getByRole('button', { name: 'Abbrechen' }))
    fireEvent.click(close)
    fireEvent.click(screen.getByRole('button', { name: 'Verwerfen' }))
    expect(onClose).toHaveBeenCalledTimes(2)
  })

  it('is not drawn on a picture that is not there yet, because it would be stored without it', () => {
    browser({ width: 1, height: 1 }, 500)
    HTMLElement.prototype.setPointerCapture = () => undefined
    const images: HTMLImageElement[] = []
    vi.stubGlobal('Image', function () {
      const image = document.createElement('img')
      images.push(image)
      return image
    })
    show(<SketchDialog {...ready} under="/picture.png" onDrawn={() => undefined} />)
    const paper = screen.getByRole('img', { name: 'Blatt zum Zeichnen' })
    const take = screen.getByRole<HTMLButtonElement>('button', { name: 'Skizze auf die Karte legen' })
    const press = () => fireEvent.pointerDown(paper, { button: 0, clientX: 10, clientY: 10 })
    press()
    expect(take.disabled).toBe(true)
    fireEvent.load(images[0]!)
    press()
    expect(take.disabled).toBe(false)
  })
})
