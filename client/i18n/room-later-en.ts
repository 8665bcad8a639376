import { agendaPanel } from '#shared/i18n/en/agenda-panel.ts'
import { canvas } from '#shared/i18n/en/canvas.ts'
import { cardPanel } from '#shared/i18n/en/card-panel.ts'
import { helps, proposals } from '#shared/i18n/en/helps.ts'
import { material } from '#shared/i18n/en/material.ts'
import { methods } from '#shared/i18n/en/methods.ts'
import { present } from '#shared/i18n/en/present.ts'
import { rehearsal } from '#shared/i18n/en/rehearsal.ts'
import { results } from '#shared/i18n/en/results.ts'
import { screen } from '#shared/i18n/en/screen.ts'
import { votes } from '#shared/i18n/en/votes.ts'

/** What a room says only in parts that load after its first card. */
export const laterRoomTexts = {
  room: { methods },
  board: canvas,
  artefacts: { ...cardPanel, ...material, helps, proposals },
  agenda: agendaPanel,
  present,
  rehearsal,
  results,
  screen,
  votes,
}
