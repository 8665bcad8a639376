import { configure } from '@testing-library/react'
/**
 * What tldraw expects of a browser and jsdom does not have. Import it first in tests that mount the board. Layout and
 * hit-testing stay out of reach here; they belong to the browser tests.
 */

/** A whole board is waited for as long as a busy machine needs. */
configure({ asyncUtilTimeout: 10_000 })

const noop = () => undefined

class SilentObserver {
  observe = noop
  unobserve = noop
  disconnect = noop
}

class ReadyFont {
  readonly status = 'loaded'
  readonly family: string
  constructor(family: string) {
    this.family = family
  }
  load = () => Promise.resolve(this)
}

const mediaQuery = (media: string) => ({
  matches: false,
  media,
  onchange: null,
  addEventListener: noop,
  removeEventListener: noop,
  addListener: noop,
  removeListener: noop,
  dispatchEvent: () => false,
})

const fontSet = Object.assign(new Set(), {
  ready: Promise.resolve(),
  load: () => Promise.resolve([]),
  check: () => true,
})

function provide(target: object, parts: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(parts)) {
    if (Reflect.get(target, name) === undefined)
      Object.defineProperty(target, name, { value, configurable: true, writable: true })
  }
}

provide(globalThis, {
  ResizeObserver: SilentObserver,
  IntersectionObserver: SilentObserver,
  FontFace: ReadyFont,
})
provide(window, { matchMedia: mediaQuery })
provide(document, { fonts: fontSet })
provide(HTMLElement.prototype, {
  setPointerCapture: noop,
  releasePointerCapture: noop,
  hasPointerCapture: () => false,
  scrollIntoView: noop,
})
provide(HTMLImageElement.prototype, { decode: () => Promise.resolve() })

// A window of 1000 × 700, so that what lies in the middle of the board counts as visible.
HTMLElement.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 1000, 700)
HTMLCanvasElement.prototype.getContext = () => null

/** tldraw asks for its translations and icons; nothing in unit tests goes over a network. */
globalThis.fetch = () =>
  Promise.resolve(new Response('{}', { headers: { 'content-type': 'application/json' } }))

/** tldraw's own images have no address here, about which React complains hundreds of times; everything else is told. */
const tell = console.error.bind(console)
console.error = (...words: unknown[]) => {
  if (!String(words[0]).startsWith('An empty string ("") was passed to the %s attribute')) tell(...words)
}
