import {
  InstancePresenceRecordType,
  type Editor,
  type TLInstancePresence,
  type TLPageId,
  type TLShapeId,
} from 'tldraw'
import type { Peer, RoomSession } from '#client/session/room-session.ts'
import { presenceColour } from './presence-palette.ts'

/** Name of a peer towards tldraw, which knows users by text. */
export const peerUserId = (clientId: number) => `peer:${clientId}`

/**
 * Shows the others on the canvas. A peer's state becomes tldraw's own presence record, so that cursors, selections
 * and following work as tldraw draws them; only what changed is put again.
 */
export function showPeers(
  editor: Editor,
  { presence: { peers } }: Pick<RoomSession, 'presence'>,
): () => void {
  const shown = new Map<number, Peer>()
  const refresh = () => {
    const now = new Map(peers.getState().map((peer) => [peer.clientId, peer]))
    const changed = [...now.values()].filter((peer) => shown.get(peer.clientId)?.presence !== peer.presence)
    const gone = [...shown.keys()].filter((clientId) => !now.has(clientId))
    if (changed.length === 0 && gone.length === 0) return
    editor.store.mergeRemoteChanges(() => {
      editor.store.put(changed.flatMap((peer) => recordOf(peer, shown.get(peer.clientId)) ?? []))
      editor.store.remove(gone.map(presenceId))
    })
    shown.clear()
    for (const [clientId, peer] of now) shown.set(clientId, peer)
  }
  refresh()
  return peers.subscribe(refresh)
}

/** Whether somebody points with a laser, who presents. */
export const showsLaser = (editor: Editor, userId: string): boolean =>
  editor.store.get(InstancePresenceRecordType.createId(userId))?.meta.laser === true

const presenceId = (clientId: number) => InstancePresenceRecordType.createId(peerUserId(clientId))

/** Null for peers who are not on the board, or whose state makes no sense. */
function recordOf(
  { clientId, name, colour, presence }: Peer,
  before: Peer | undefined,
): TLInstancePresence | null {
  const { p, c, s, v, l } = presence
  if (!p?.startsWith('page:')) return null
  const moved = l === 1 || !before || before.presence.c?.join() !== c?.join() || before.presence.s !== s
  return InstancePresenceRecordType.create({
    id: presenceId(clientId),
    userId: peerUserId(clientId),
    userName: name,
    color: presenceColour(colour),
    currentPageId: p as TLPageId,
    cursor: c ? { x: c[0], y: c[1], type: 'default', rotation: 0 } : null,
    selectedShapeIds: (s ?? []).filter((id): id is TLShapeId => id.startsWith('shape:')),
    meta: { laser: l === 1 },
    lastActivityTimestamp: moved ? Date.now() : null,
    ...(v ? viewOf(v) : {}),
  })
}

/** What they see, at 100 %: tldraw scales it to this window when following. */
function viewOf([x, y, w, h]: [number, number, number, number]) {
  return { camera: { x: -x, y: -y, z: 1 }, screenBounds: { x: 0, y: 0, w, h } }
}
