import { common } from '#shared/i18n/en/common.ts'
import { start } from '#shared/i18n/en/start.ts'
import { account } from '#shared/i18n/en/account.ts'
import { people } from '#shared/i18n/en/people.ts'
import { errors } from '#shared/i18n/en/errors.ts'

/** What the door needs, and with it everybody. */
export const lobbyTexts = { common, start, account, workshop: people, errors }
