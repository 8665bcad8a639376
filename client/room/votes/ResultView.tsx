import { useState } from 'react'
import { CircleDot, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { VoteResult } from '#shared/facilitation/vote/count.ts'
import {
  isUnanimous,
  lineOrders,
  placedLines,
  sharedPlaces,
  type LineOrder,
  type PlacedLine,
} from '#shared/facilitation/vote/outcome.ts'
import type { Vote } from '#shared/facilitation/vote/vote.ts'
import { ViewChoice } from '#client/facilitation/agenda/ViewChoice.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Select } from '#client/ui/Select.tsx'
import { ResultChart } from './ResultChart.tsx'
import { ResultOnBoard } from './ResultOnBoard.tsx'
import { ResultTable } from './ResultTable.tsx'
import type { VoteDraft } from './vote-form.ts'
import resultStyles from './result.module.css'
import styles from './votes.module.css'

interface ResultViewProps {
  vote: Vote
  result: VoteResult
  /** Opens the form for another round; null for those who do not lead. */
  onAgain: ((over: Partial<VoteDraft>) => void) | null
}

const shownAs = ['chart', 'table'] as const

/** What came out: as a chart, or as a table that can be read and copied. */
export function ResultView({ vote, result, onAgain }: ResultViewProps) {
  const { t, i18n } = useTranslation()
  const [order, setOrder] = useState<LineOrder>('points')
  const [shown, setShown] = useState<(typeof shownAs)[number]>('chart')
  const [part, setPart] = useState('')
  const counted = result.parts.find(({ of }) => of === part) ?? result
  const placed = placedLines(vote.kind, counted, order)
  const ties = sharedPlaces(placed)
  const list = new Intl.ListFormat(i18n.language)
  const Shown = shown === 'chart' ? ResultChart : ResultTable
  return (
    <section className={styles.result} aria-label={t('votes.result.title')}>
      <p>
        <strong>{t('votes.result.ballots', { count: counted.ballots })}</strong>
      </p>
      {vote.trial ? <Banner tone="info">{t('votes.result.trial')}</Banner> : null}
      {isUnanimous(counted) ? <Banner tone="attention">{t('votes.result.unanimous')}</Banner> : null}
      <ViewChoice
        label={t('votes.result.show')}
        value={shown}
        onChange={setShown}
        options={shownAs.map((value) => ({ value, label: t(`votes.result.shown.${value}`) }))}
      />
      <ResultOnBoard voteId={vote.id} />
      <div className={styles.pair}>
        <Select
          label={t('votes.result.order')}
          value={order}
          onChange={setOrder}
          options={lineOrders.map((value) => ({ value, label: t(`votes.result.orders.${value}`) }))}
        />
        <PartChoice vote={vote} result={result} part={part} onChange={setPart} />
      </div>
      <Shown kind={vote.kind} counted={counted} placed={placed} />
      {ties.length > 0 ? (
        <p className={resultStyles.ties}>
          <TriangleAlert aria-hidden="true" />
          {t('votes.result.ties', { places: list.format(ties.map(String)) })}
        </p>
      ) : null}
      <HowCounted vote={vote} />
      {onAgain ? <FollowUp {...{ vote, placed }} onAgain={onAgain} /> : null}
    </section>
  )
}

interface PartChoiceProps {
  vote: Vote
  result: VoteResult
  part: string
  onChange: (part: string) => void
}

/** Only parts of which the result may be shown are there to choose. */
function PartChoice({ vote, result, part, onChange }: PartChoiceProps) {
  const { t } = useTranslation()
  if (result.parts.length === 0) return null
  // A newer server may name a role or a kind that this version does not know
  const say = t as (key: string, options: { defaultValue: string }) => string
  const words = vote.parts === 'roles' ? 'workshop.role' : 'workshop.organisationKind'
  return (
    <Select
      label={t('votes.result.part')}
      value={part}
      onChange={onChange}
      options={[
        { value: '', label: t('votes.result.everybody', { count: result.ballots }) },
        ...result.parts.map(({ of, ballots }) => ({
          value: of,
          label: t('votes.result.partOf', {
            part: say(`${words}.${of}`, { defaultValue: of }),
            count: ballots,
          }),
        })),
      ]}
    />
  )
}

function HowCounted({ vote }: { vote: Vote }) {
  const { t } = useTranslation()
  return (
    <details className={resultStyles.how} open={vote.trial}>
      <summary>{t('votes.result.howCounted')}</summary>
      <p>{t(`votes.result.how.${vote.kind.type}`)}</p>
      <p>{t('votes.notices.unanimous')}</p>
    </details>
  )
}

interface FollowUpProps {
  vote: Vote
  placed: readonly PlacedLine[]
  onAgain: (over: Partial<VoteDraft>) => void
}

/** What may come next: nobody has to type the same vote twice. */
function FollowUp({ vote, placed, onAgain }: FollowUpProps) {
  const { t } = useTranslation()
  const [firstTie] = sharedPlaces(placed)
  const tied = placed.filter(({ place }) => place === firstTie).map(({ line }) => line.candidate)
  return (
    <div className={styles.actions}>
      {vote.trial ? (
        <Button variant="primary" onClick={() => onAgain({ trial: false })}>
          {t('votes.act.forReal')}
        </Button>
      ) : null}
      {tied.length > 1 && !vote.trial ? (
        <Button
          icon={<CircleDot aria-hidden="true" />}
          onClick={() => onAgain({ candidates: tied, dots: '1', perCard: '1' })}
        >
          {t('votes.act.runoff')}
        </Button>
      ) : null}
      <Button variant="quiet" onClick={() => onAgain({})}>
        {t('votes.act.again')}
      </Button>
    </div>
  )
}
