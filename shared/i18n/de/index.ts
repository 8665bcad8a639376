import { kinds } from '../../kinds/de.ts'
import { common } from './common.ts'
import { start } from './start.ts'
import { door } from './door.ts'
import { account } from './account.ts'
import { workshop } from './workshop.ts'
import { room } from './room.ts'
import { board } from './board.ts'
import { canvas } from './canvas.ts'
import { list } from './list.ts'
import { agenda } from './agenda.ts'
import { agendaPanel } from './agenda-panel.ts'
import { artefacts } from './artefacts.ts'
import { cardPanel } from './card-panel.ts'
import { helps, proposals } from './helps.ts'
import { material } from './material.ts'
import { methods } from './methods.ts'
import { facilitation } from './facilitation.ts'
import { results } from './results.ts'
import { documents } from './documents.ts'
import { connection } from './connection.ts'
import { practice } from './practice.ts'
import { errors } from './errors.ts'
import { operation } from './operation.ts'
import { screen } from './screen.ts'
import { call } from './call.ts'
import { own } from './own.ts'
import { rehearsal } from './rehearsal.ts'
import { mail } from './mail.ts'
import { rooms } from './rooms.ts'
import { interest } from './interest.ts'
import { gallery } from './gallery.ts'
import { publicGallery } from './public-gallery.ts'
import { cockpit } from './cockpit.ts'
import { present } from './present.ts'
import { votes } from './votes.ts'

/** German texts, the source language. Written, not translated: plain, "Sie", inclusive. */
export const de = {
  common,
  start,
  account: { ...door.account, ...account },
  workshop,
  room: { ...room, methods },
  board: { ...board, ...canvas },
  list,
  kinds,
  artefacts: { ...artefacts, ...cardPanel, ...material, helps, proposals },
  agenda: { ...agenda, ...agendaPanel },
  facilitation,
  votes,
  results,
  documents,
  errors: { ...door.errors, ...errors },
  operation,
  screen,
  practice,
  connection,
  call,
  own,
  rehearsal,
  mail,
  rooms,
  cockpit,
  gallery,
  interest,
  publicGallery,
  present,
}
