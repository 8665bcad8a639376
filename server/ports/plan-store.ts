import type { GroupId, MeetingId, MethodId, WorkshopId } from '#shared/base/ids.ts'
import type { CancelledMeeting, Meeting } from '#shared/agenda/meeting.ts'
import type { OwnMethod } from '#shared/methods/own-method.ts'
import type { SpeakerNote } from '#shared/protocol/speaker-notes.ts'
import type { Summary } from '#shared/protocol/summaries.ts'
import type { Result } from '#shared/base/result.ts'

/**
 * The plan of a workshop: its meetings with their agendas and the moderation's notes. It is apart from every room's
 * document, so that nothing that is synced to participants can hold a note. A workshop that is removed takes its plan
 * with it. Contract suite: `tests/contract/plan-store.ts`.
 */
/** What a plan may hold: meetings, and UTF-8 bytes of them as JSON. */
export interface PlanBounds {
  meetings: number
  bytes: number
}

export interface PlanStore {
  /** By date; those without one last, in the order in which they were made. */
  meetings(workshopId: WorkshopId): Promise<Meeting[]>
  meeting(workshopId: WorkshopId, id: MeetingId): Promise<Meeting | null>
  /**
   * All or none; false when the plan would then hold more than `bounds`.
   * @throws StorageError `conflict` when an id is taken
   */
  add(workshopId: WorkshopId, meetings: readonly Meeting[], bounds: PlanBounds): Promise<boolean>
  /**
   * Decides on what is stored and stores what was decided, with nobody in between. Null when there is no such meeting;
   * a refusal leaves it as it was, and so does `plan_full` where the plan would grow beyond its bytes.
   */
  change<Refusal>(
    workshopId: WorkshopId,
    id: MeetingId,
    decide: (meeting: Meeting) => Result<Meeting, Refusal>,
    bounds: PlanBounds,
  ): Promise<Result<Meeting, Refusal | 'plan_full'> | null>
  /** Methods of the workshop's own, in the order in which they were made. */
  methods(workshopId: WorkshopId): Promise<OwnMethod[]>
  /**
   * False when there are `max` of them.
   * @throws StorageError `conflict` when the id is taken
   */
  addMethod(workshopId: WorkshopId, method: OwnMethod, max: number): Promise<boolean>
  /** Takes the place of the revision before it; false where that is another by now, null where there is none. */
  changeMethod(workshopId: WorkshopId, method: OwnMethod): Promise<boolean | null>
  /** Idempotent. */
  removeMethod(workshopId: WorkshopId, id: MethodId): Promise<void>
  /** What is said to the slides of a group's room. */
  speakerNotes(groupId: GroupId): Promise<SpeakerNote[]>
  /**
   * Writes a note where it still reads `from`, or reads as wanted already; an empty one is no more. False where somebody
   * else has written meanwhile, or the group would then have more than `max` of them.
   */
  writeSpeakerNote(groupId: GroupId, note: SpeakerNote, from: string, max: number): Promise<boolean>
  /** Of all together first, then of the groups in the order of their ids; those that are empty are not among them. */
  summaries(workshopId: WorkshopId): Promise<Summary[]>
  /**
   * Writes a summary where it still reads `from`, or reads as wanted already; an empty one is no more. False where somebody
   * else has written meanwhile.
   */
  writeSummary(workshopId: WorkshopId, summary: Summary, from: string): Promise<boolean>
  /** Idempotent. One that was still to come is `cancelled` from then on, until its day has come. */
  remove(workshopId: WorkshopId, id: MeetingId, now: number): Promise<void>
  /** Meetings that were called off, the next one first; no more than `limits.maxCancelledMeetings`, those the furthest away. */
  cancelled(workshopId: WorkshopId, now: number): Promise<CancelledMeeting[]>
}
