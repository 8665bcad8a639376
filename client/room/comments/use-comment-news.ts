import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import {
  commentThreads,
  wholeThread,
  type CommentThreads,
} from '#client/artefacts/comments/comment-threads.ts'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { toasts } from '#client/ui/toasts.ts'
import { named } from '#client/ui/named.ts'
import { useGoToCard } from '../search/use-go-to.ts'

/** Tells people that somebody has just called them, with the way there. What came while they were away waits in the list. */
export function useCommentNews(): void {
  const { t } = useTranslation()
  const { session, view } = useRoom()
  const texts = useKindTexts()
  const goTo = useGoToCard()
  useEffect(() => {
    const threads = commentThreads(session)
    let known = idsOf(threads)
    let isCaughtUp = session.connection.getState().synced
    return threads.subscribe(() => {
      const before = known
      known = idsOf(threads)
      const wasCaughtUp = isCaughtUp
      isCaughtUp = session.connection.getState().synced
      if (!wasCaughtUp) return
      for (const comment of callsIn(threads)) {
        const { panel } = view.getState()
        const isOpen = panel?.type === 'card' && panel.artefactId === comment.artefactId
        if (before.has(comment.id) || isOpen) continue
        const artefact = session.artefacts.get(comment.artefactId)
        const card = artefact ? named(shortName(texts.nameOf(artefact)), session.language) : ''
        toasts.show({
          text: t('room.comments.called', { name: comment.author.name, card }),
          outlastsPage: true,
          action: { label: t('room.comments.show'), run: () => goTo(comment.artefactId, 'comments') },
        })
      }
    })
    // Texts are made anew with every render and say the same until the language changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session, view, goTo, t])
}

const everything = (threads: CommentThreads) => [...threads.all().values()].flat().flatMap(wholeThread)

const idsOf = (threads: CommentThreads): ReadonlySet<string> =>
  new Set(everything(threads).map(({ id }) => id))

const callsIn = (threads: CommentThreads) =>
  everything(threads).filter((comment) => threads.isUnread(comment) && threads.callsMe(comment))
