import { kinds } from '#shared/kinds/de.ts'
import { room } from '#shared/i18n/de/room.ts'
import { board } from '#shared/i18n/de/board.ts'
import { list } from '#shared/i18n/de/list.ts'
import { artefacts } from '#shared/i18n/de/artefacts.ts'
import { agenda } from '#shared/i18n/de/agenda.ts'
import { facilitation } from '#shared/i18n/de/facilitation.ts'
import { invites } from '#shared/i18n/de/invites.ts'
import { ownAccess } from '#shared/i18n/de/own-access.ts'
import { phases } from '#shared/i18n/de/phases.ts'
import { call } from '#shared/i18n/de/call.ts'

/** What is needed inside a room, with what it says at once of a workshop and its people; loads together with it. */
export const roomTexts = {
  room,
  board,
  list,
  kinds,
  artefacts,
  agenda,
  facilitation,
  call,
  account: { own: ownAccess },
  workshop: { ...phases, invites },
}
