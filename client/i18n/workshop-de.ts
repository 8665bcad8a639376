import { own } from '#shared/i18n/de/own.ts'
import { rooms } from '#shared/i18n/de/rooms.ts'
import { workshop } from '#shared/i18n/de/workshop.ts'

/** What the views of a workshop say, beside what everybody reads at the door. */
export const workshopTexts = { workshop, own, rooms }
