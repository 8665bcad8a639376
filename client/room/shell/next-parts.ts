// Bars and bands of a room that most of the time say nothing, and the moderators' dock: they come right after the first
// card, and none of them is on its way.
export { OpenDesk, OpenFeed } from '../silent/OpenDesk.tsx'
export { BoardResult } from '../votes/BoardResult.tsx'
export { ModeratorDock } from './ModeratorDock.tsx'
export { RehearsalBanner } from './RehearsalBanner.tsx'
export { RoomBands } from './RoomBands.tsx'
