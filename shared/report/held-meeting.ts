import type { Meeting } from '../agenda/meeting.ts'
import { readableEvents, type StoredEnvelope } from '../facilitation/events.ts'
import type { LocalTime } from './local-time.ts'

type History = readonly StoredEnvelope[]

/** A step as it really was; `to` is null while nobody has ended it or gone on. */
export interface StepTime {
  from: number
  to: number | null
}

/** When a meeting really was: its steps as they were begun, from the first of them on. */
export interface HeldMeeting extends StepTime {
  /** By id, in any group: from the first beginning to the last end. */
  steps: ReadonlyMap<string, StepTime>
  /** Of each group, in their order: until when what is made belongs to this meeting. */
  until: readonly number[]
}

interface Span extends StepTime {
  id: string
  /** Done by each in their own time, beside what the group does. */
  isOwnTime: boolean
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/**
 * Null where no step of it was begun. As long as its last step is not ended a meeting goes on, over the time that was
 * kept free for it as well: until the group begins a step of another one, or the day is over.
 */
export function heldMeeting(
  meeting: Meeting,
  histories: readonly History[],
  time: Pick<LocalTime, 'wallClock'>,
): HeldMeeting | null {
  const ids = new Set(meeting.steps.map(({ id }) => id))
  const groups = histories.map(spansOf)
  const own = groups.flat().filter(({ id }) => ids.has(id))
  if (own.length === 0) return null
  const together = own.filter(({ isOwnTime }) => !isOwnTime)
  const steps = new Map(
    [...ids].flatMap((id) => {
      const spans = own.filter((span) => span.id === id)
      return spans.length > 0 ? [[id, whole(spans)] as const] : []
    }),
  )
  const { from } = whole(own)
  const planned = Math.max(from + meeting.minutes * MINUTE_MS, ...own.map(lastSign))
  const until = groups.map((spans) => {
    const mine = spans.filter(({ id }) => ids.has(id))
    const last = Math.max(from, ...mine.map(lastSign))
    const isOpen = mine.some(({ to, isOwnTime }) => to === null && !isOwnTime)
    const others = spans.filter((span) => !ids.has(span.id) && !span.isOwnTime && span.from >= last)
    const natural = isOpen ? endOfDay(last, time) : Math.max(planned, last)
    return Math.min(natural, ...others.map((span) => span.from))
  })
  return { from, to: whole(together.length > 0 ? together : own).to, steps, until }
}

const lastSign = ({ from, to }: StepTime) => to ?? from

function whole(spans: readonly StepTime[]): StepTime {
  const ends = spans.flatMap(({ to }) => (to === null ? [] : [to]))
  return {
    from: Math.min(...spans.map(({ from }) => from)),
    to: ends.length === spans.length ? Math.max(...ends) : null,
  }
}

/** Midnight where the people are. */
function endOfDay(ms: number, { wallClock }: Pick<LocalTime, 'wallClock'>): number {
  return ms - (ms % MINUTE_MS) + DAY_MS - (wallClock(ms).getTime() % DAY_MS)
}

/** Steps of one group as its log tells them; what was taken back was never begun. */
function spansOf(history: History): Span[] {
  let spans: Span[] = []
  const end = (id: string, at: number) => {
    for (const span of spans) if (span.id === id) span.to ??= at
  }
  for (const { at, event } of readableEvents(history)) {
    const running = spans.findLast(({ isOwnTime, to }) => !isOwnTime && to === null)
    if (event.type === 'StepStarted') {
      const isOwnTime = event.step.deadline !== null
      if (running && !isOwnTime) running.to = at
      spans.push({ id: event.step.id, from: at, to: null, isOwnTime })
    } else if (event.type === 'StepEnded') end(event.stepId, at)
    else if (event.type === 'StepTakenBack' && running?.id === event.stepId) {
      spans = spans.filter((span) => span !== running)
      const former = spans.findLast(({ id }) => id === event.running?.step.id)
      if (former) former.to = null
    }
  }
  return spans
}
