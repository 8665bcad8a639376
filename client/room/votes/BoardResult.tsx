import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#client/ui/IconButton.tsx'
import { Select } from '#client/ui/Select.tsx'
import { useRoom } from '#client/room-context/room-context.ts'
import type { useBoardResult } from './board-result.ts'
import { ResultChart } from './ResultChart.tsx'
import styles from './board-result.module.css'

const orders = ['asLaid', 'points', 'controversy'] as const

/** A result on the board, as a chart beside its cards; and the cards in its order, for this person alone. */
export function BoardResult({ shown }: { shown: NonNullable<ReturnType<typeof useBoardResult>> }) {
  const { t } = useTranslation()
  const { view } = useRoom()
  const { vote, result, order, placed } = shown
  return (
    <aside className={styles.panel} aria-label={t('votes.board.title')}>
      <div className={styles.head}>
        <h2>{vote.question}</h2>
        <IconButton
          label={t('votes.board.hide')}
          icon={<X aria-hidden="true" />}
          onClick={() => view.setState({ result: null })}
        />
      </div>
      <Select
        label={t('votes.board.order')}
        hint={order === 'asLaid' ? undefined : t('votes.board.onlyYou')}
        value={order}
        onChange={(next) => view.setState({ result: { voteId: vote.id, order: next } })}
        options={orders.map((value) => ({ value, label: t(`votes.board.orders.${value}`) }))}
      />
      <div className={styles.chart}>
        <ResultChart kind={vote.kind} counted={result} placed={placed} />
      </div>
    </aside>
  )
}
