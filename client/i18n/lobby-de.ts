import { common } from '#shared/i18n/de/common.ts'
import { start } from '#shared/i18n/de/start.ts'
import { account } from '#shared/i18n/de/account.ts'
import { workshop } from '#shared/i18n/de/workshop.ts'
import { errors } from '#shared/i18n/de/errors.ts'

/** What is needed before somebody enters a room; everything there needs it, too. */
export const lobbyTexts = { common, start, account, workshop, errors }
