import { lazy } from 'react'

/**
 * The parts of a room that load on demand. A line that breaks while a part is on its way is no reason to fail: loading
 * is tried again until it works, and meanwhile the place says that it is loading.
 */
const loaders = {
  // The list is read while the canvas comes, which is ten times as big: on a slow line it must not have to share it
  Board: async () => {
    await loaders.ListView()
    return (await import('#client/board/Board.tsx')).Board
  },
  ListView: async () => (await import('#client/list-view/ListView.tsx')).ListView,
  MoveDialog: async () => (await import('#client/list-view/MoveDialog.tsx')).MoveDialog,
  BringDialog: async () => (await import('#client/list-view/BringDialog.tsx')).BringDialog,
  QuickWrite: async () => (await import('#client/artefacts/QuickWrite.tsx')).QuickWrite,
  AgendaPanel: async () => (await import('#client/facilitation/agenda/AgendaPanel.tsx')).AgendaPanel,
  CardPanel: async () => (await import('#client/artefacts/CardPanel.tsx')).CardPanel,
  VotesPanel: async () => (await import('../votes/VotesPanel.tsx')).VotesPanel,
  InterviewImport: async () => (await import('#client/kinds/interview/InterviewImport.tsx')).InterviewImport,
  SolutionCatalogue: async () =>
    (await import('#client/kinds/existingSolution/SolutionCatalogue.tsx')).SolutionCatalogue,
  MethodsDialog: async () => (await import('../methods/MethodsDialog.tsx')).MethodsDialog,
  RoomInviteDialog: async () => (await import('#client/invites/RoomInviteDialog.tsx')).RoomInviteDialog,
}

const RETRY_MS = 3_000

export const Board = lazy(() => asDefault(loaders.Board))
export const ListView = lazy(() => asDefault(loaders.ListView))
export const MoveDialog = lazy(() => asDefault(loaders.MoveDialog))
export const BringDialog = lazy(() => asDefault(loaders.BringDialog))
export const QuickWrite = lazy(() => asDefault(loaders.QuickWrite))
export const AgendaPanel = lazy(() => asDefault(loaders.AgendaPanel))
export const CardPanel = lazy(() => asDefault(loaders.CardPanel))
export const VotesPanel = lazy(() => asDefault(loaders.VotesPanel))
export const InterviewImport = lazy(() => asDefault(loaders.InterviewImport))
export const SolutionCatalogue = lazy(() => asDefault(loaders.SolutionCatalogue))
export const MethodsDialog = lazy(() => asDefault(loaders.MethodsDialog))
export const RoomInviteDialog = lazy(() => asDefault(loaders.RoomInviteDialog))

/** Fetches what is not on screen yet, so that list, board and cards open without a connection, too. */
export async function fetchAhead(): Promise<void> {
  const {
    ListView: list,
    QuickWrite: write,
    CardPanel: card,
    VotesPanel: votes,
    InterviewImport: interview,
    Board: board,
  } = loaders
  for (const load of [list, write, card, votes, interview, board]) await untilLoaded<unknown>(load)
}

async function asDefault<Part>(load: () => Promise<Part>): Promise<{ default: Part }> {
  return { default: await untilLoaded(load) }
}

async function untilLoaded<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await load()
    } catch {
      // Offline, or the server is just restarting; whatever it was, there is nothing better to do than to try again.
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }
}
