import { lazy } from 'react'
import { loadWorkshopTexts } from '#client/i18n/i18n.ts'
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

/** What only opens when somebody asks for it, in one file: a dozen small ones would each cost a request. */
const laterParts = () => import('./later-parts.ts')
/** Those that speak of files, whose words are the workshop's: a room brings them along only once it is shown. */
const laterPartsInWords = async () => {
  const [parts] = await Promise.all([laterParts(), loadWorkshopTexts()])
  return parts
}
const listDialogs = () => import('#client/list-view/list-dialogs.ts')

export const Board = lazy(() => asDefault(loaders.Board))
export const QuickWrite = lazy(() => asDefault(loaders.QuickWrite))
export const AgendaPanel = lazy(() => asDefault(loaders.AgendaPanel))
export const CardPanel = lazy(() => asDefault(loaders.CardPanel))
export const VotesPanel = lazy(() => asDefault(loaders.VotesPanel))
export const SolutionCatalogue = lazy(() => asDefault(loaders.SolutionCatalogue))
export const MethodsDialog = lazy(() => asDefault(loaders.MethodsDialog))
export const RoomInviteDialog = lazy(() => asDefault(loaders.RoomInviteDialog))

export const MoveDialog = lazy(() => asDefault(async () => (await listDialogs()).MoveDialog))
export const BringDialog = lazy(() => asDefault(async () => (await listDialogs()).BringDialog))
export const InterviewImport = lazy(() => asDefault(async () => (await listDialogs()).InterviewImport))

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
  for (const load of [loadWorkshopTexts, write, card, laterParts, listDialogs, votes, board]) {
    await untilLoaded<unknown>(load)
  }
}
