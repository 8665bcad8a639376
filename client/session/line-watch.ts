/** How long nobody has to hear anything before the server is asked another way, and how long between two questions. */
const FIRST_ASK_MS = 8_000
const ASK_AGAIN_MS = 4_500

/**
 * Notices that the server answers requests while nothing comes over the room's own line: something in between does not
 * let it through. Two answers in a row with silence between them say so, because one alone may be a server that has just
 * come back; the line tries again at least once meanwhile. Told within 15 seconds.
 */
export class LineWatch {
  private readonly answers: () => Promise<boolean>
  private readonly tell: (isBlocked: boolean) => void
  private timer: ReturnType<typeof setTimeout> | undefined
  /** null: something was heard, and there is no question. */
  private answered: number | null = null
  private isBlocked = false

  /** @param answers whether the server answers a request; never rejects */
  constructor(answers: () => Promise<boolean>, tell: (isBlocked: boolean) => void) {
    this.answers = answers
    this.tell = tell
  }

  /** The line is tried, or lost and tried again. */
  trying(): void {
    if (this.answered !== null) return
    this.answered = 0
    this.askIn(FIRST_ASK_MS)
  }

  /** Something came over the line. */
  heard(): void {
    if (this.answered === null) return
    this.end()
    this.become(false)
  }

  end(): void {
    clearTimeout(this.timer)
    this.answered = null
  }

  private askIn(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.ask(), ms)
  }

  private async ask(): Promise<void> {
    const answers = await this.answers()
    if (this.answered === null) return
    this.answered = answers ? this.answered + 1 : 0
    this.become(this.answered >= 2)
    this.askIn(ASK_AGAIN_MS)
  }

  private become(isBlocked: boolean): void {
    if (this.isBlocked === isBlocked) return
    this.isBlocked = isBlocked
    this.tell(isBlocked)
  }
}
