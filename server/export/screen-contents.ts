import type { GroupId } from '#shared/base/ids.ts'
import type { ScreenContent } from '#shared/protocol/screen.ts'

/** Groups of which the last answer is kept; a picture is a megabyte at most. */
const MAX_KEPT = 16

interface Made {
  content: string
  answer: Promise<ScreenContent>
  isDone: boolean
}

/**
 * What the hall was shown last, so that several screens of a group, and those who ask again, cost one process. While one
 * is being made for a group, whoever asks gets that one, and asks anew for what changed meanwhile.
 */
export class ScreenContents {
  readonly #made = new Map<string, Made>()

  of(
    groupId: GroupId,
    content: string,
    make: () => Promise<Omit<ScreenContent, 'content'>>,
  ): Promise<ScreenContent> {
    const known = this.#made.get(groupId)
    if (known && (known.content === content || !known.isDone)) return known.answer
    const made: Made = {
      content,
      isDone: false,
      answer: make().then((answer) => ({ ...answer, content })),
    }
    this.#made.delete(groupId)
    this.#made.set(groupId, made)
    if (this.#made.size > MAX_KEPT) this.#made.delete(this.#made.keys().next().value!)
    made.answer.then(
      () => (made.isDone = true),
      () => this.#made.get(groupId) === made && this.#made.delete(groupId),
    )
    return made.answer
  }
}
