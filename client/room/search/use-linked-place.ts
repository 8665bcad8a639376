import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { linkNames } from '#client/app/paths.ts'
import { useGoTo } from './use-go-to.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { pageOf, textIn } from '#shared/document/board-record.ts'

/** Goes to the card or page that the address names, and takes the name out of it: the place is the person's afterwards. */
export function useLinkedPlace(): void {
  const { session, view } = useRoom()
  const goTo = useGoTo()
  const [search, setSearch] = useSearchParams()
  const [cardId, pageId] = [search.get(linkNames.card), search.get(linkNames.page)]
  useEffect(() => {
    if (cardId === null && pageId === null) return
    const { board } = session.roots
    if (cardId !== null) {
      const placed = [...board.entries()].find(([, record]) => record.get('p.artefactId') === cardId)
      const page = placed ? pageOf(board, placed[0]) : null
      if (placed && page) goTo({ type: 'card', id: placed[0], pageId: page, artefactId: cardId })
      // Put aside, but not gone: its panel says so
      else view.setState({ panel: { type: 'card', artefactId: cardId } })
    } else if (pageId !== null && textIn(board.get(pageId)?.get('typeName')) === 'page') {
      goTo({ type: 'page', id: pageId })
    }
    setSearch(
      (now) => {
        now.delete(linkNames.card)
        now.delete(linkNames.page)
        return now
      },
      { replace: true },
    )
  }, [cardId, pageId, session, view, goTo, setSearch])
}
