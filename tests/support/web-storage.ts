/*
 * Node from 25 on has a `localStorage` of its own, which without a file is undefined; where a test runs in a document,
 * it gets the document's.
 */
const { jsdom } = globalThis as { jsdom?: { window: Record<'localStorage' | 'sessionStorage', Storage> } }

if (jsdom) {
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    Object.defineProperty(globalThis, name, { configurable: true, value: jsdom.window[name] })
  }
}

export {}
