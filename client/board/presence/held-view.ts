import { Box, type Editor, type TLShapeId } from 'tldraw'
import type { MemberId } from '#shared/base/ids.ts'
import { presenterPeer } from '#client/session/presenter.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import type { HeldView } from '../board-props.ts'
import { animationMs } from '../cards/card-placing.ts'
import { keepViewAsMoved, leaveViewToOthers } from '../sheet/sheet-view.ts'

interface Camera {
  x: number
  y: number
  z: number
}

/** What is to be seen: at most so large, with so much air around it, in pixels. */
interface Aim {
  area: { x: number; y: number; w: number; h: number }
  maxZoom: number
  air: number
}

/** A small frame fills the window, but never so that its letters look like a poster. */
const SLIDE_MAX_ZOOM = 1.6
const SLIDE_AIR_PX = 40
/** How fast the view catches up: after this time it is two thirds of the way there. */
const CATCH_UP_MS = 110
/** What moves the view while a pointer or key is down, or so soon afterwards, is a hand. */
const HAND_MS = 700

/**
 * Keeps this person's view on a slide or on what a presenter sees, until their own hand moves it. Returns how to stop.
 * 1. The view is held whatever else moves it: the window's size, another page, a slow frame.
 * 2. A hand that moves it is told once, and moves it from there on.
 */
export function holdView(
  editor: Editor,
  { presence: { peers } }: Pick<RoomSession, 'presence'>,
  held: HeldView,
  onHand: () => void,
): () => void {
  const aimNow = (): Aim | null =>
    held.on === 'slide'
      ? slideAim(editor, held.frameId)
      : presenterAim(editor, peers.getState(), held.memberId)
  let touchedAt = -Infinity
  let isDown = false
  let isOurs = false
  let isLeft = false
  const touched = () => (touchedAt = performance.now())
  const pressed = () => {
    isDown = true
  }
  const released = () => {
    if (isDown) touched()
    isDown = false
  }
  const leave = () => {
    if (isLeft) return
    isLeft = true
    keepViewAsMoved(editor)
    // Outside of the change: whoever listens may change the canvas in turn
    queueMicrotask(onHand)
  }

  const move = (elapsedMs: number) => {
    const aim = isLeft ? null : aimNow()
    if (!aim) return
    const goal = cameraFor(editor, aim)
    const now = editor.getCamera()
    const share = animationMs(editor) === 0 ? 1 : 1 - Math.exp(-elapsedMs / CATCH_UP_MS)
    const next = isNear(now, goal) ? goal : between(now, goal, share)
    if (next.x === now.x && next.y === now.y && next.z === now.z) return
    isOurs = true
    editor.setCamera(next, { immediate: true, force: true })
    isOurs = false
  }
  const container = editor.getContainer()
  const hearing = { capture: true, passive: true } as const
  const heard = [
    // A wheel over the board moves the view and does nothing else
    ['wheel', leave],
    ['pointerdown', pressed],
    ['keydown', touched],
  ] as const
  for (const [type, listener] of heard) container.addEventListener(type, listener, hearing)
  window.addEventListener('pointerup', released, hearing)
  window.addEventListener('pointercancel', released, hearing)
  editor.on('tick', move)
  const stop = [
    leaveViewToOthers(editor),
    editor.sideEffects.registerAfterChangeHandler('camera', (before, after) => {
      const moved = before.x !== after.x || before.y !== after.y || before.z !== after.z
      if (moved && !isOurs && (isDown || performance.now() - touchedAt < HAND_MS)) leave()
    }),
    () => editor.off('tick', move),
    () => heard.forEach(([type, listener]) => container.removeEventListener(type, listener, hearing)),
    () => window.removeEventListener('pointerup', released, hearing),
    () => window.removeEventListener('pointercancel', released, hearing),
  ]
  return () => stop.forEach((end) => end())
}

function slideAim(editor: Editor, frameId: string): Aim | null {
  const id = frameId as TLShapeId
  if (editor.getShape(id)?.parentId !== editor.getCurrentPageId()) return null
  const area = editor.getShapePageBounds(id)
  return area ? { area, maxZoom: SLIDE_MAX_ZOOM, air: SLIDE_AIR_PX } : null
}

/** A slide fits each window by itself; else what the presenter sees, all of it, never larger than written. */
function presenterAim(
  editor: Editor,
  peers: Parameters<typeof presenterPeer>[0],
  presenter: MemberId,
): Aim | null {
  const shown = presenterPeer(peers, presenter)?.presence
  if (!shown || shown.p !== editor.getCurrentPageId()) return null
  const slide = shown.f === undefined ? null : slideAim(editor, shown.f)
  if (slide) return slide
  if (!shown.v) return null
  const [x, y, w, h] = shown.v
  return { area: { x, y, w: Math.max(1, w), h: Math.max(1, h) }, maxZoom: 1, air: 0 }
}

function cameraFor(editor: Editor, { area, maxZoom, air }: Aim): Camera {
  const { w, h } = editor.getViewportScreenBounds()
  const fitting = Math.min(Math.max(1, w - 2 * air) / area.w, Math.max(1, h - 2 * air) / area.h)
  const z = Math.max(0.05, Math.min(maxZoom, fitting))
  const { center } = Box.From(area)
  return { x: w / (2 * z) - center.x, y: h / (2 * z) - center.y, z }
}

const between = (from: Camera, to: Camera, share: number): Camera => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
  z: from.z + (to.z - from.z) * share,
})

const isNear = (a: Camera, b: Camera) =>
  Math.abs(a.x - b.x) * b.z < 0.5 && Math.abs(a.y - b.y) * b.z < 0.5 && Math.abs(a.z - b.z) < 0.002
