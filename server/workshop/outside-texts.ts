import type { WorkshopId } from '#shared/base/ids.ts'
import { canRepeat } from '#shared/consent/projection.ts'
import { wordsIn } from '#shared/report/words.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { Workshop } from '#server/ports/people-store.ts'

/** How long an answer holds: what is said in rooms meanwhile counts from then on. */
const FRESH_MS = 60_000
/** How old an answer may be that is told while a new one is made, so that nobody waits for what they were told before. */
const STALE_MS = 10 * 60_000

/** Answers the texts in their order, without what any room of the workshop withholds. */
type Project = (workshopId: WorkshopId, texts: readonly string[]) => Promise<readonly string[]>

interface Told {
  text: string
  at: number
}

/**
 * Texts that stand around the rooms (names of groups, the title of the workshop, a calendar entry) as people are told
 * them who are not inside. One that could give somebody's words away is looked at against all rooms of the workshop, by
 * a process of its own, at most once a minute and one after the other; all others cost nothing. A text that cannot be
 * looked at is not told.
 */
export class OutsideTexts {
  readonly #project: Project
  readonly #clock: Clock
  readonly #logger: Pick<Logger, 'warn'>
  readonly #told = new Map<WorkshopId, Map<string, Told>>()
  readonly #asked = new Map<WorkshopId, Map<string, Promise<void>>>()

  constructor(project: Project, clock: Clock, logger: Pick<Logger, 'warn'>) {
    this.#project = project
    this.#clock = clock
    this.#logger = logger
  }

  /** Answers as many texts, in the same order. Never rejects. */
  async of(workshop: Pick<Workshop, 'id' | 'language'>, texts: readonly string[]): Promise<string[]> {
    const due = [...new Set(texts)].filter(
      (text) => canRepeat(text) && !this.#isKnown(workshop.id, text, FRESH_MS),
    )
    if (due.length > 0) {
      const answered = this.#ask(workshop.id, due)
      if (due.some((text) => !this.#isKnown(workshop.id, text, STALE_MS))) await answered
    }
    const told = this.#told.get(workshop.id)
    const instead = `[${wordsIn(workshop.language).results.report.withheldText}]`
    return texts.map((text) => (canRepeat(text) ? (told?.get(text)?.text ?? instead) : text))
  }

  #isKnown(id: WorkshopId, text: string, withinMs: number): boolean {
    const told = this.#told.get(id)?.get(text)
    return told !== undefined && this.#clock.now() - told.at < withinMs
  }

  /** Nobody's question is asked twice at once. */
  #ask(id: WorkshopId, texts: readonly string[]): Promise<unknown> {
    const asked = this.#asked.get(id) ?? new Map<string, Promise<void>>()
    this.#asked.set(id, asked)
    const anew = texts.filter((text) => !asked.has(text))
    if (anew.length > 0) {
      const before = Promise.all(asked.values())
      const answered = before.then(() => this.#look(id, anew)).finally(() => this.#answered(id, anew))
      for (const text of anew) asked.set(text, answered)
    }
    return Promise.all(texts.flatMap((text) => asked.get(text) ?? []))
  }

  async #look(id: WorkshopId, texts: readonly string[]): Promise<void> {
    try {
      const answers = await this.#project(id, texts)
      this.#forgetOld()
      const told = this.#told.get(id) ?? new Map<string, Told>()
      this.#told.set(id, told)
      texts.forEach((text, n) => told.set(text, { text: answers[n]!, at: this.#clock.now() }))
    } catch (error) {
      this.#logger.warn({ err: error as Error, workshopId: id }, 'names are not told to those outside')
    }
  }

  #answered(id: WorkshopId, texts: readonly string[]): void {
    const asked = this.#asked.get(id)
    for (const text of texts) asked?.delete(text)
    if (asked?.size === 0) this.#asked.delete(id)
  }

  #forgetOld(): void {
    for (const [id, told] of this.#told) {
      for (const text of told.keys()) if (!this.#isKnown(id, text, STALE_MS)) told.delete(text)
      if (told.size === 0) this.#told.delete(id)
    }
  }
}
