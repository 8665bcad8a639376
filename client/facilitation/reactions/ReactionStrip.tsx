import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { reactionsStore } from '#client/ui-state/reactions.ts'
import { limits } from '#shared/base/limits.ts'
import type { SeenReactions } from '#shared/facilitation/reactions/state.ts'
import { reactionIcons, reactionOrder } from './reaction-icons.ts'
import styles from './ReactionStrip.module.css'

const none: SeenReactions['shown'] = []

/** What people signal now: a sign and a number, for a few seconds. Nothing flies, and nobody is named. */
export function ReactionStrip() {
  const { t } = useTranslation()
  const wanted = useStore(reactionsStore, ({ shown }) => shown)
  const fresh = useFresh(useFacilitation(({ state }) => state?.reactions.shown ?? none))
  if (!wanted || fresh.length === 0) return null
  return (
    <ul className={styles.strip} aria-label={t('facilitation.reactions.title')}>
      {reactionOrder.map((reaction) => {
        const count = fresh.filter((one) => one.reaction === reaction).length
        const Icon = reactionIcons[reaction]
        return count === 0 ? null : (
          <li key={reaction}>
            <Icon aria-hidden="true" />
            {t('facilitation.reactions.counted', {
              count,
              reaction: t(`facilitation.reactions.words.${reaction}`),
            })}
          </li>
        )
      })}
    </ul>
  )
}

/** Those that are young enough to be shown; looks again when the next one is not. */
function useFresh(shown: SeenReactions['shown']): SeenReactions['shown'] {
  const { session } = useRoom()
  const [fresh, setFresh] = useState(shown)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const now = session.serverNow()
      const young = shown.filter(({ at }) => now - at < limits.reactionShownMs)
      setFresh(young)
      const oldest = young[0]
      if (oldest) timer = setTimeout(look, Math.max(50, oldest.at + limits.reactionShownMs - now))
    }
    look()
    return () => clearTimeout(timer)
  }, [shown, session])
  return fresh
}
