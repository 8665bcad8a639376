import { newId, type MeetingId, type MethodId } from '#shared/base/ids.ts'
import type { Meeting, PlannedStep } from '#shared/agenda/meeting.ts'
import { methods } from '#shared/methods/catalogue.ts'
import { fieldsOfMethod } from '#shared/methods/own-as-method.ts'
import type { OwnMethod } from '#shared/methods/own-method.ts'

/** A step for tests, told apart by its id. */
export const plannedStep = (id: string, changes: Partial<PlannedStep> = {}): PlannedStep => ({
  id,
  title: `Schritt ${id}`,
  instruction: '',
  minutes: 10,
  activity: 'work',
  phase: null,
  pageId: null,
  methodId: null,
  mode: { type: 'open' },
  note: '',
  ...changes,
})

export const meetingWith = (steps: PlannedStep[], changes: Partial<Meeting> = {}): Meeting => ({
  id: '01890000-0000-7000-8000-000000000001' as MeetingId,
  title: 'Zweites Treffen',
  startsAt: Date.UTC(2026, 10, 28, 9),
  minutes: 120,
  place: { type: 'inPerson', where: 'Rathaus' },
  groupIds: 'all',
  note: '',
  steps,
  ...changes,
})

/** A method of a workshop's own, made after the first of the catalogue. */
export const ownMethod = (changes: Partial<OwnMethod> = {}): OwnMethod => ({
  ...fieldsOfMethod(methods[0]!, 'de'),
  id: newId<MethodId>(),
  revision: 1,
  ...changes,
})
