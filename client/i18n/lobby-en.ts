import { common } from '#shared/i18n/en/common.ts'
import { start } from '#shared/i18n/en/start.ts'
import { account } from '#shared/i18n/en/account.ts'
import { workshop } from '#shared/i18n/en/workshop.ts'
import { errors } from '#shared/i18n/en/errors.ts'

/** What is needed before somebody enters a room; everything there needs it, too. */
export const lobbyTexts = { common, start, account, workshop, errors }
