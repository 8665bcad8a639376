import { useTranslation } from 'react-i18next'
import type { Distribution, OperationView } from '#shared/protocol/operation.ts'
import { Figure, FigureGroup } from './Figure.tsx'
import { quantileOver, quantiles, rates, type Looks } from './looks.ts'
import { useQuantities } from './use-quantities.ts'

interface LooksProps {
  looks: Looks
}

export function PeopleFigures({ looks }: LooksProps) {
  const { t } = useTranslation()
  const { count } = useQuantities()
  const gauge = (key: 'people' | 'connections' | 'rooms') => ({
    value: count(looks.at(-1)![key]),
    trend: looks.map((look) => look[key]),
  })
  return (
    <FigureGroup id="people" title={t('operation.people.title')}>
      <Figure
        label={t('operation.people.people')}
        {...gauge('people')}
        note={useHighest(count)(looks.map((look) => look.people))}
      />
      <Figure
        label={t('operation.people.connections')}
        {...gauge('connections')}
        note={t('operation.people.connectionsNote')}
      />
      <Figure
        label={t('operation.people.rooms')}
        {...gauge('rooms')}
        note={useHighest(count)(looks.map((look) => look.rooms))}
      />
    </FigureGroup>
  )
}

export function SpeedFigures({ looks }: LooksProps) {
  const { t } = useTranslation()
  return (
    <FigureGroup id="speed" title={t('operation.speed.title')}>
      <Latency label={t('operation.speed.ack')} looks={looks} of={(look) => look.ackMs} />
      <Latency label={t('operation.speed.commit')} looks={looks} of={(look) => look.commitMs} />
      <Lag looks={looks} />
    </FigureGroup>
  )
}

interface LatencyProps extends LooksProps {
  label: string
  of: (look: OperationView) => Distribution
}

/** The 95th percentile large, because it is what people complain about; the median beside it. */
function Latency({ label, looks, of }: LatencyProps) {
  const { t } = useTranslation()
  const duration = useDuration()
  return (
    <Figure
      label={label}
      value={duration(quantileOver(looks, of, 0.5), of(looks[0]!))}
      note={`${t('operation.speed.slowest')}: ${duration(quantileOver(looks, of, 0.95), of(looks[0]!))}`}
      trend={quantiles(looks, of, 0.95)}
    />
  )
}

function Lag({ looks }: LooksProps) {
  const { t } = useTranslation()
  const duration = useDuration()
  const of = (look: OperationView) => look.loopLagMs
  return (
    <Figure
      label={t('operation.speed.lag')}
      value={duration(quantileOver(looks, of, 0.99), of(looks[0]!))}
      note={t('operation.speed.slowestLag')}
      trend={quantiles(looks, of, 0.99)}
    />
  )
}

export function TrafficFigures({ looks }: LooksProps) {
  const { t } = useTranslation()
  const { countPerSecond, bytesPerSecond } = useQuantities()
  const rate = (key: 'framesIn' | 'framesOut' | 'bytesIn' | 'bytesOut') => rates(looks, (look) => look[key])
  return (
    <FigureGroup id="traffic" title={t('operation.traffic.title')}>
      <Rate label={t('operation.traffic.framesIn')} values={rate('framesIn')} say={countPerSecond} />
      <Rate label={t('operation.traffic.framesOut')} values={rate('framesOut')} say={countPerSecond} />
      <Rate label={t('operation.traffic.bytesIn')} values={rate('bytesIn')} say={bytesPerSecond} />
      <Rate label={t('operation.traffic.bytesOut')} values={rate('bytesOut')} say={bytesPerSecond} />
    </FigureGroup>
  )
}

interface RateProps {
  label: string
  values: readonly number[]
  say: (value: number) => string
}

function Rate({ label, values, say }: RateProps) {
  const highest = useHighest(say)
  return <Figure label={label} value={say(values.at(-1) ?? 0)} trend={values} note={highest(values)} />
}

export function MachineFigures({ looks }: LooksProps) {
  const { t } = useTranslation()
  const { bytes, percent, count } = useQuantities()
  const busy = rates(looks, (look) => look.cpuSeconds)
  const last = looks.at(-1)!
  const highestBytes = useHighest(bytes)
  return (
    <FigureGroup id="machine" title={t('operation.machine.title')}>
      <Figure
        label={t('operation.machine.processor')}
        value={percent(busy.at(-1) ?? last.cpuSeconds / Math.max(1, (last.at - last.startedAt) / 1000))}
        trend={busy}
        note={t('operation.machine.processorNote')}
      />
      <Figure
        label={t('operation.machine.memory')}
        value={bytes(last.residentBytes)}
        trend={looks.map(({ residentBytes }) => residentBytes)}
        note={highestBytes(looks.map(({ residentBytes }) => residentBytes))}
      />
      <Figure
        label={t('operation.machine.commitFailures')}
        value={count(last.commitFailures)}
        note={t('operation.machine.sinceStart')}
      />
      <Figure
        label={t('operation.machine.presenceDropped')}
        value={count(last.presenceDropped)}
        note={t('operation.machine.presenceDroppedNote')}
      />
    </FigureGroup>
  )
}

/** What a trend line shows, in words. */
function useHighest(say: (value: number) => string) {
  const { t } = useTranslation()
  return (values: readonly number[]) => t('operation.trend.highest', { value: say(Math.max(0, ...values)) })
}

function useDuration() {
  const { t } = useTranslation()
  const { milliseconds } = useQuantities()
  return (ms: number | null, { bounds }: Distribution) => {
    if (ms === null) return t('operation.speed.none')
    if (Number.isFinite(ms)) return milliseconds(ms)
    return t('operation.trend.moreThan', { value: milliseconds(bounds.at(-1) ?? 0) })
  }
}
