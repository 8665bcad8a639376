import { account } from '#shared/i18n/en/account.ts'
import { errors } from '#shared/i18n/en/errors.ts'
import { interest } from '#shared/i18n/en/interest.ts'
import { gallery } from '#shared/i18n/en/gallery.ts'
import { own } from '#shared/i18n/en/own.ts'
import { rooms } from '#shared/i18n/en/rooms.ts'
import { workshop } from '#shared/i18n/en/workshop.ts'

/** What the views of a workshop say, beside what everybody reads at the door. */
export const workshopTexts = { account, errors, workshop, gallery, interest, own, rooms }
