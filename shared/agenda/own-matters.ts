import type { GroupId } from '../base/ids.ts'
import type { Phase } from '../workshop/phases.ts'
import type { ModeType } from '../workshop/mode-rights.ts'

interface InGroup {
  groupId: GroupId
  /** When it has to be done, milliseconds since the Unix epoch; null where nobody said. */
  until: number | null
  /** About how long one person needs; null where that cannot be known. */
  minutes: number | null
  /** Whom the member stands in for, where it was that person's. */
  insteadOf?: string
}

/** Something that waits for one person. */
export type OpenMatter = InGroup &
  (
    | {
        type: 'step'
        stepId: string
        pageId: string
        title: string
        instruction: string
        mode: ModeType
      }
    | { type: 'vote'; voteId: string; pageId: string | null; question: string }
    /** A task whose "Wer?" names them. */
    | { type: 'task'; artefactId: string; text: string }
    /** Somebody asked for their opinion in a comment. */
    | { type: 'feedback'; artefactId: string; card: string; by: string; text: string }
  )

/** What has happened in a group since somebody was here last; never who did how much. */
export interface GroupNews {
  groupId: GroupId
  newCards: number
  phases: Phase[]
  /** Questions that were voted on and counted. */
  counted: { voteId: string; question: string }[]
  /** Silent rounds that were laid open, by their title. */
  revealed: string[]
  decisions: { artefactId: string; text: string }[]
}

export interface OwnMatters {
  /** Server time of this answer: what comes after it is new the next time. */
  at: number
  open: OpenMatter[]
  news: GroupNews[]
}

/** In the order to do it: what is due first, the longest overdue before; what nobody set a day for last. */
export function inOrder(matters: readonly OpenMatter[]): OpenMatter[] {
  const due = ({ until }: OpenMatter) => until ?? Number.POSITIVE_INFINITY
  return [...matters].sort((a, b) => {
    const [first, second] = [due(a), due(b)]
    if (first !== second) return first < second ? -1 : 1
    return rank[a.type] - rank[b.type]
  })
}

/** A vote ends without the person, a step's gap is seen, a question is waited for, a task can be talked about. */
const rank: Record<OpenMatter['type'], number> = { vote: 0, step: 1, feedback: 2, task: 3 }

/** How long it takes all together, as far as that is known. */
export const minutesOf = (matters: readonly OpenMatter[]): number =>
  matters.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
