import { Bundle } from './bundle.ts'

const isThere = (message: Uint8Array | null) => message !== null

/**
 * What one tick brings to a room, in the few forms that its connections need. Nearly everybody gets the same one, and
 * a form that nobody needs is never framed.
 */
export class TickBundles {
  readonly #document: Uint8Array | null
  readonly #people: Uint8Array | null
  readonly #presence: Uint8Array | null
  readonly #bundles: (Bundle | undefined)[] = []

  constructor(document: Uint8Array | null, people: Uint8Array | null, presence: Uint8Array | null) {
    this.#document = document
    this.#people = people
    this.#presence = presence
  }

  get isEmpty(): boolean {
    return this.#document === null && this.#people === null && this.#presence === null
  }

  /** Changes of the document only for those who have it; presence only for those who keep up. */
  bundleFor(withDocument: boolean, withPresence: boolean): Bundle {
    const form = Number(withDocument) * 2 + Number(withPresence)
    return (this.#bundles[form] ??= new Bundle(
      [withDocument ? this.#document : null, this.#people, withPresence ? this.#presence : null].filter(
        isThere,
      ),
    ))
  }
}
