import type { ChildProcess } from 'node:child_process'

/** The windows of a generator's measuring, which follow each other without a pause. */
export class Windows {
  #begun = 0
  readonly #waiting = new Set<(n: number) => void>()

  constructor(generator: ChildProcess) {
    generator.on('message', ({ type }: { type: string }) => {
      if (type !== 'window') return
      const n = this.#begun++
      for (const resolve of this.#waiting) resolve(n)
      this.#waiting.clear()
    })
  }

  /** How many have begun. */
  get begun(): number {
    return this.#begun
  }

  /** Waits for the beginning of the next one. @returns its number, from 0 */
  next(): Promise<number> {
    return new Promise((resolve) => this.#waiting.add(resolve))
  }

  /** Waits for the beginning of the window of that number, where it has not begun. */
  async at(n: number): Promise<void> {
    while (this.#begun <= n) await this.next()
  }
}
