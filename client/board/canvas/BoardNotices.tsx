import { CircleDot, Eye, List } from 'lucide-react'
import { useEditor, useValue } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { modeOf } from '#shared/facilitation/step/modes.ts'
import { voteOnPage } from '#client/ballots/votes.ts'
import { Button } from '#client/ui/Button.tsx'
import type { RoomSession } from '#client/session/room-session.ts'
import { peerUserId } from '../presence/presence-in.ts'
import styles from '../board.module.css'

interface BoardNoticesProps {
  session: RoomSession
  pageId: string
  readOnly: boolean
  onShowList?: (() => void) | undefined
}

/**
 * What has to be said above the canvas: that one can only look (why, says the room) or vote, whom one follows, and where the
 * list is.
 */
export function BoardNotices({ session, pageId, readOnly, onShowList }: BoardNoticesProps) {
  const { t } = useTranslation()
  // The band above says that somebody presents, and what can be done about it
  const isPresented = useStore(
    session.facilitation,
    ({ state }) => state !== null && modeOf(state.step, pageId) === 'present',
  )
  const isVoting = useStore(
    session.facilitation,
    ({ state }) => state !== null && voteOnPage(state, pageId)?.status === 'open',
  )
  return (
    <div className={styles.notices}>
      {onShowList ? (
        <Button className={styles.toList} icon={<List aria-hidden="true" />} onClick={onShowList}>
          {t('board.toList')}
        </Button>
      ) : null}
      {readOnly && !isPresented ? (
        <p className={styles.notice} role="status">
          {isVoting ? <CircleDot aria-hidden="true" /> : <Eye aria-hidden="true" />}
          {t(isVoting ? 'board.voting' : 'board.readOnly')}
        </p>
      ) : null}
      <Following session={session} />
    </div>
  )
}

function Following({ session }: { session: RoomSession }) {
  const editor = useEditor()
  const { t } = useTranslation()
  const followed = useValue('followed', () => editor.getInstanceState().followingUserId, [editor])
  const name = useStore(
    session.presence.peers,
    (peers) => peers.find(({ clientId }) => peerUserId(clientId) === followed)?.name,
  )
  if (!name) return null
  return (
    <p className={styles.notice} role="status">
      {t('board.follow.now', { name })}
      <Button variant="quiet" onClick={() => editor.stopFollowingUser()}>
        {t('board.follow.stop')}
      </Button>
    </p>
  )
}
