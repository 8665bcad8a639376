import { newId, type GroupId } from '../base/ids.ts'
import { methods } from '../methods/catalogue.ts'
import type { PageTemplate, TemplateLanguage, Wording } from '../methods/method.ts'
import { groupMeetings } from '../methods/strategiewerkstatt-meetings.ts'
import { strategiewerkstatt } from '../methods/strategiewerkstatt.ts'
import { plenumPages } from '../methods/strategiewerkstatt-plenum.ts'
import type { NewMeeting } from './file.ts'
import { pageOf, stepsFrom } from './from-method.ts'
import type { PlannedStep } from './meeting.ts'

const MEETING_MINUTES = 120
const BREAK_MINUTES = 10
const PLENUM_PAGE_MINUTES = 45

const breakTitle: Wording = { de: 'Pause', en: 'Break' }

interface ProgrammeRequest {
  language: TemplateLanguage
  /** Project groups of the workshop, which meet after the same plan. */
  groupIds: readonly GroupId[]
  plenumId: GroupId | null
}

/**
 * The whole Strategiewerkstatt as meetings without dates: those of the groups, on the pages that the template lays out for
 * them, and one of the plenum for each of its pages. Phase 6 runs beside the others, on its pages and without meetings.
 */
export function programmeMeetings({ language, groupIds, plenumId }: ProgrammeRequest): NewMeeting[] {
  const ofGroups = groupMeetings.map(({ title, parts }) =>
    meetingOf(
      title[language],
      groupIds,
      parts.flatMap((part) => stepsOf(part, language)),
    ),
  )
  const ofPlenum = plenumPages
    .filter(({ phase }) => phase !== 'accompanying')
    .map((page) =>
      meetingOf(`${plenum[language]}: ${page.name[language]}`, plenumId === null ? [] : [plenumId], [
        stepOnPage(page, language),
        ...stepsOf('flash-round', language),
      ]),
    )
  return plenumId === null ? ofGroups : [...ofGroups, ...ofPlenum]
}

const plenum: Wording = { de: 'Plenum', en: 'Plenum' }

const meetingOf = (title: string, groupIds: readonly GroupId[], steps: PlannedStep[]): NewMeeting => ({
  title,
  startsAt: null,
  minutes: MEETING_MINUTES,
  place: { type: 'online', link: '' },
  groupIds: [...groupIds],
  note: '',
  steps,
})

function stepsOf(part: string, language: TemplateLanguage): PlannedStep[] {
  if (part === 'break')
    return [
      {
        ...emptyStep,
        id: newId<string>(),
        title: breakTitle[language],
        minutes: BREAK_MINUTES,
        activity: 'break',
      },
    ]
  const method = methods.find(({ key }) => key === part)
  if (!method) throw new RangeError(`no method is called ${part}`)
  const pageId = pageOf(method)
  const isLaidOut = strategiewerkstatt.pages.some(({ phase, key }) => `page:${phase}-${key}` === pageId)
  return stepsFrom(method, language, isLaidOut ? pageId : null)
}

const stepOnPage = (
  { key, phase, name, instruction }: PageTemplate,
  language: TemplateLanguage,
): PlannedStep => ({
  ...emptyStep,
  id: newId<string>(),
  title: name[language],
  instruction: instruction[language],
  minutes: PLENUM_PAGE_MINUTES,
  phase,
  pageId: `page:${phase}-${key}`,
})

const emptyStep = {
  instruction: '',
  activity: 'work',
  phase: null,
  pageId: null,
  methodId: null,
  mode: { type: 'open' },
  note: '',
} as const
