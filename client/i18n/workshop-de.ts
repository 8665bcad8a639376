import { account } from '#shared/i18n/de/account.ts'
import { errors } from '#shared/i18n/de/errors.ts'
import { interest } from '#shared/i18n/de/interest.ts'
import { gallery } from '#shared/i18n/de/gallery.ts'
import { own } from '#shared/i18n/de/own.ts'
import { rooms } from '#shared/i18n/de/rooms.ts'
import { workshop } from '#shared/i18n/de/workshop.ts'

/** What the views of a workshop say, beside what everybody reads at the door. */
export const workshopTexts = { account, errors, workshop, gallery, interest, own, rooms }
