import {
  loadCockpitTexts,
  loadConnectionTexts,
  loadPracticeTexts,
  loadOperationTexts,
  loadRoomTexts,
  loadScreenTexts,
} from '#client/i18n/i18n.ts'

/** The operator's page and its words, which nobody else has to load. */
export async function openOperation() {
  const [{ OperationPage }] = await Promise.all([
    import('#client/operation/OperationPage.tsx'),
    loadOperationTexts(),
  ])
  return { default: OperationPage }
}

/** Where all groups are, and its words. */
export async function openCockpit() {
  const [{ CockpitPage }] = await Promise.all([import('#client/cockpit/CockpitPage.tsx'), loadCockpitTexts()])
  return { default: CockpitPage }
}

/** What all groups plan, in the same words. */
export async function openRoadmap() {
  const [{ RoadmapPage }] = await Promise.all([import('#client/cockpit/RoadmapPage.tsx'), loadCockpitTexts()])
  return { default: RoadmapPage }
}

/** The room's view and its words, at the same time. */
export async function openRoom() {
  const [{ RoomPage }] = await Promise.all([import('#client/room/shell/RoomPage.tsx'), loadRoomTexts()])
  return { default: RoomPage }
}

/** The screen in the hall; it says what rooms say. */
export async function openScreen() {
  const [{ ScreenPage }] = await Promise.all([import('#client/screen/ScreenPage.tsx'), loadScreenTexts()])
  return { default: ScreenPage }
}

/** The board to practise on, and its words. */
export async function openPractice() {
  const [{ PracticePage }] = await Promise.all([
    import('#client/practice/PracticePage.tsx'),
    loadPracticeTexts(),
  ])
  return { default: PracticePage }
}

/** The test of the connection and its words. */
export async function openConnection() {
  const [{ ConnectionPage }] = await Promise.all([
    import('#client/connection/ConnectionPage.tsx'),
    loadConnectionTexts(),
  ])
  return { default: ConnectionPage }
}

/** Loads the room while somebody still reads; should it fail, opening tries again and says so. */
export function bringRoom(): void {
  openRoom().catch(() => undefined)
}
