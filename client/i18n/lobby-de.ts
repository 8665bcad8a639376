import { common } from '#shared/i18n/de/common.ts'
import { start } from '#shared/i18n/de/start.ts'
import { account } from '#shared/i18n/de/account.ts'
import { people } from '#shared/i18n/de/people.ts'
import { errors } from '#shared/i18n/de/errors.ts'

/** What the door needs, and with it everybody. */
export const lobbyTexts = { common, start, account, workshop: people, errors }
