import type { GroupId, MeetingId, MethodId, WorkshopId } from '#shared/base/ids.ts'
import { inPlanOrder } from '#shared/agenda/times.ts'
import { cancelled, type CancelledMeeting, type Meeting } from '#shared/agenda/meeting.ts'
import type { OwnMethod } from '#shared/methods/own-method.ts'
import { limits } from '#shared/base/limits.ts'
import { refused, type Result } from '#shared/base/result.ts'
import type { SpeakerNote } from '#shared/protocol/speaker-notes.ts'
import type { Summary } from '#shared/protocol/summaries.ts'
import { StorageError } from '#server/base/storage-error.ts'
import type { PlanBounds, PlanStore } from '#server/ports/plan-store.ts'
import { MemoryDisk } from './disk.ts'

/** Plans in memory: for tests, and the plainest statement of what the port means. Hands out copies only. */
export class MemoryPlanStore implements PlanStore {
  readonly #plans = new Map<WorkshopId, Map<MeetingId, Meeting>>()
  readonly #cancelled = new Map<WorkshopId, CancelledMeeting[]>()
  readonly #methods = new Map<WorkshopId, Map<MethodId, OwnMethod>>()
  readonly #notes = new Map<GroupId, Map<string, string>>()
  readonly #summaries = new Map<WorkshopId, Map<Summary['groupId'], string>>()
  readonly #disk: MemoryDisk

  constructor(disk = new MemoryDisk()) {
    this.#disk = disk
  }

  async meetings(workshopId: WorkshopId) {
    return structuredClone(inPlanOrder([...this.#planOf(workshopId).values()]))
  }

  async meeting(workshopId: WorkshopId, id: MeetingId) {
    const meeting = this.#planOf(workshopId).get(id)
    return meeting ? structuredClone(meeting) : null
  }

  async add(workshopId: WorkshopId, meetings: readonly Meeting[], bounds: PlanBounds) {
    const plan = this.#planOf(workshopId)
    const isTooMuch = bytesOf([...plan.values(), ...meetings]) > bounds.bytes
    if (plan.size + meetings.length > bounds.meetings || isTooMuch) return false
    if (meetings.some(({ id }) => plan.has(id))) {
      throw new StorageError('conflict', 'there is a meeting with this id')
    }
    this.#disk.write()
    for (const meeting of meetings) plan.set(meeting.id, structuredClone(meeting))
    this.#plans.set(workshopId, plan)
    return true
  }

  async change<Refusal>(
    workshopId: WorkshopId,
    id: MeetingId,
    decide: (meeting: Meeting) => Result<Meeting, Refusal>,
    bounds: PlanBounds,
  ): Promise<Result<Meeting, Refusal | 'plan_full'> | null> {
    const plan = this.#planOf(workshopId)
    const meeting = plan.get(id)
    if (!meeting) return null
    const decided = decide(structuredClone(meeting))
    if (!decided.ok) return decided
    const grows = bytesOf([decided.value]) > bytesOf([meeting])
    const others = [...plan.values()].filter((one) => one !== meeting)
    if (grows && bytesOf([...others, decided.value]) > bounds.bytes) return refused('plan_full')
    this.#disk.write()
    plan.set(id, structuredClone(decided.value))
    return decided
  }

  async remove(workshopId: WorkshopId, id: MeetingId, now: number) {
    const plan = this.#planOf(workshopId)
    const meeting = plan.get(id)
    if (!meeting) return
    this.#disk.write()
    plan.delete(id)
    const left = [...(await this.cancelled(workshopId, now)), cancelled(meeting) ?? []].flat()
    this.#cancelled.set(workshopId, left)
  }

  async cancelled(workshopId: WorkshopId, now: number) {
    const toCome = (this.#cancelled.get(workshopId) ?? []).filter(({ startsAt }) => startsAt > now)
    return structuredClone(toCome.sort((a, b) => a.startsAt - b.startsAt).slice(-limits.maxCancelledMeetings))
  }

  async methods(workshopId: WorkshopId) {
    return structuredClone([...this.#methodsOf(workshopId).values()])
  }

  async addMethod(workshopId: WorkshopId, method: OwnMethod, max: number) {
    const methods = this.#methodsOf(workshopId)
    if (methods.size >= max) return false
    if (methods.has(method.id)) throw new StorageError('conflict', 'there is a method with this id')
    this.#disk.write()
    this.#methods.set(workshopId, methods.set(method.id, structuredClone(method)))
    return true
  }

  async changeMethod(workshopId: WorkshopId, method: OwnMethod) {
    const methods = this.#methodsOf(workshopId)
    const stored = methods.get(method.id)
    if (!stored) return null
    if (stored.revision !== method.revision - 1) return false
    this.#disk.write()
    methods.set(method.id, structuredClone(method))
    return true
  }

  async removeMethod(workshopId: WorkshopId, id: MethodId) {
    const methods = this.#methodsOf(workshopId)
    if (!methods.has(id)) return
    this.#disk.write()
    methods.delete(id)
  }

  async speakerNotes(groupId: GroupId): Promise<SpeakerNote[]> {
    const notes = Array.from(this.#notes.get(groupId) ?? [], ([placeId, text]) => ({ placeId, text }))
    return notes.sort((a, b) => (a.placeId < b.placeId ? -1 : 1))
  }

  async writeSpeakerNote(groupId: GroupId, { placeId, text }: SpeakerNote, from: string, max: number) {
    const notes = this.#notes.get(groupId) ?? new Map<string, string>()
    const now = notes.get(placeId) ?? ''
    if (now !== from && now !== text) return false
    if (text !== '' && now === '' && notes.size >= max) return false
    this.#disk.write()
    if (text === '') notes.delete(placeId)
    else notes.set(placeId, text)
    this.#notes.set(groupId, notes)
    return true
  }

  async summaries(workshopId: WorkshopId): Promise<Summary[]> {
    const all = Array.from(this.#summaries.get(workshopId) ?? [], ([groupId, text]) => ({ groupId, text }))
    return all.sort((a, b) => ((a.groupId ?? '') < (b.groupId ?? '') ? -1 : 1))
  }

  async writeSummary(workshopId: WorkshopId, { groupId, text }: Summary, from: string) {
    const summaries = this.#summaries.get(workshopId) ?? new Map<Summary['groupId'], string>()
    const now = summaries.get(groupId) ?? ''
    if (now !== from && now !== text) return false
    this.#disk.write()
    if (text === '') summaries.delete(groupId)
    else summaries.set(groupId, text)
    this.#summaries.set(workshopId, summaries)
    return true
  }

  #methodsOf(workshopId: WorkshopId): Map<MethodId, OwnMethod> {
    return this.#methods.get(workshopId) ?? new Map<MethodId, OwnMethod>()
  }

  #planOf(workshopId: WorkshopId): Map<MeetingId, Meeting> {
    return this.#plans.get(workshopId) ?? new Map<MeetingId, Meeting>()
  }
}

const bytesOf = (meetings: readonly Meeting[]) =>
  meetings.reduce((sum, meeting) => sum + Buffer.byteLength(JSON.stringify(meeting)), 0)
