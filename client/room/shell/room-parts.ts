import { lazy } from 'react'
import { loadLaterRoomTexts, loadWorkshopTexts } from '#client/i18n/i18n.ts'
import { asDefault, untilLoaded } from '#client/ui/on-demand.ts'

/**
 * The parts of a room that load on demand. The list is none: on a slow line it is read while the canvas comes, which is
 * ten times as big.
 */
const loaders = {
  Board: async () => (await import('#client/board/Board.tsx')).Board,
  QuickWrite: async () => (await import('#client/artefacts/QuickWrite.tsx')).QuickWrite,
  AgendaPanel: async () => (await import('#client/facilitation/agenda/AgendaPanel.tsx')).AgendaPanel,
  CardPanel: async () => (await import('#client/artefacts/CardPanel.tsx')).CardPanel,
  VotesPanel: async () => (await import('../votes/VotesPanel.tsx')).VotesPanel,
  SolutionCatalogue: async () =>
    (await import('#client/kinds/existingSolution/SolutionCatalogue.tsx')).SolutionCatalogue,
  MethodsDialog: async () => (await import('../methods/MethodsDialog.tsx')).MethodsDialog,
  RoomInviteDialog: async () => (await import('#client/invites/RoomInviteDialog.tsx')).RoomInviteDialog,
}

async function inWords<Part>(load: () => Promise<Part>): Promise<Part> {
  const [part] = await Promise.all([load(), loadLaterRoomTexts()])
  return part
}

/** Bars and bands that come right after the first card, and what of the list is there while people vote. */
const nextParts = () => inWords(() => import('./next-parts.ts'))
/** What only opens when somebody asks for it, in one file: a dozen small ones would each cost a request. */
const laterParts = () => inWords(() => import('./later-parts.ts'))
/** Those that speak of files, whose words are the workshop's: a room brings them along only once it is shown. */
const laterPartsInWords = async () => {
  const [parts] = await Promise.all([laterParts(), loadWorkshopTexts()])
  return parts
}
const listDialogs = () => inWords(() => import('#client/list-view/list-dialogs.ts'))

export const Board = lazy(() => asDefault(() => inWords(loaders.Board)))
export const QuickWrite = lazy(() => asDefault(() => inWords(loaders.QuickWrite)))
export const AgendaPanel = lazy(() => asDefault(() => inWords(loaders.AgendaPanel)))
export const CardPanel = lazy(() => asDefault(() => inWords(loaders.CardPanel)))
export const VotesPanel = lazy(() => asDefault(() => inWords(loaders.VotesPanel)))
export const SolutionCatalogue = lazy(() => asDefault(() => inWords(loaders.SolutionCatalogue)))
export const MethodsDialog = lazy(() => asDefault(() => inWords(loaders.MethodsDialog)))
export const RoomInviteDialog = lazy(() => asDefault(() => inWords(loaders.RoomInviteDialog)))

export const MoveDialog = lazy(() => asDefault(async () => (await listDialogs()).MoveDialog))
export const BringDialog = lazy(() => asDefault(async () => (await listDialogs()).BringDialog))
export const InterviewImport = lazy(() => asDefault(async () => (await listDialogs()).InterviewImport))

export const BoardResult = lazy(() => asDefault(async () => (await nextParts()).BoardResult))
export const ModeratorDock = lazy(() => asDefault(async () => (await nextParts()).ModeratorDock))
export const OpenDesk = lazy(() => asDefault(async () => (await nextParts()).OpenDesk))
export const OpenFeed = lazy(() => asDefault(async () => (await nextParts()).OpenFeed))
export const RehearsalBanner = lazy(() => asDefault(async () => (await nextParts()).RehearsalBanner))
export const RoomBands = lazy(() => asDefault(async () => (await nextParts()).RoomBands))

export const BallotPaper = lazy(() => asDefault(async () => (await laterParts()).BallotPaper))
export const CaptureDialog = lazy(() => asDefault(async () => (await laterParts()).CaptureDialog))
export const CommentsPanel = lazy(() => asDefault(async () => (await laterParts()).CommentsPanel))
export const CoveragePanel = lazy(() => asDefault(async () => (await laterParts()).CoveragePanel))
export const FileCheckDialog = lazy(() => asDefault(async () => (await laterPartsInWords()).FileCheckDialog))
export const HandsPanel = lazy(() => asDefault(async () => (await laterParts()).HandsPanel))
export const HelpDialog = lazy(() => asDefault(async () => (await laterParts()).HelpDialog))
export const MinutesPanel = lazy(() => asDefault(async () => (await laterParts()).MinutesPanel))
export const PagesDialog = lazy(() => asDefault(async () => (await laterParts()).PagesDialog))
export const PhasePanel = lazy(() => asDefault(async () => (await laterParts()).PhasePanel))
export const PeoplePanel = lazy(() => asDefault(async () => (await laterParts()).PeoplePanel))
export const PresentBand = lazy(() => asDefault(async () => (await laterParts()).PresentBand))
export const RehearsalDialog = lazy(() => asDefault(async () => (await laterParts()).RehearsalDialog))
export const ScreenDialog = lazy(() => asDefault(async () => (await laterParts()).ScreenDialog))
export const SearchDialog = lazy(() => asDefault(async () => (await laterParts()).SearchDialog))
export const SlideFormats = lazy(() => asDefault(async () => (await laterPartsInWords()).SlideFormats))
export const TimerDialog = lazy(() => asDefault(async () => (await laterParts()).TimerDialog))
export const VersionsPanel = lazy(() => asDefault(async () => (await laterParts()).VersionsPanel))

/** Fetches what is not on screen yet, so that board, cards and dialogs open without a connection, too. */
export async function fetchAhead(): Promise<void> {
  const { QuickWrite: write, CardPanel: card, VotesPanel: votes, Board: board } = loaders
  for (const load of [nextParts, loadWorkshopTexts, write, card, laterParts, listDialogs, votes, board]) {
    await untilLoaded<unknown>(load)
  }
}
