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
        value={gauge('connections').value}
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

/** The median large, as most people have it; beside it the 95th percentile, which is what people complain about. */
function Latency({ label, looks, of }: LatencyProps) {
  const { t } = useTranslation()
  const duration = useDuration(of(looks[0]!))
  const trend = quantiles(looks, of, 0.95)
  return (
    <Figure
      label={label}
      value={duration(quantileOver(looks, of, 0.5))}
      note={`${t('operation.speed.slowest')}: ${duration(quantileOver(looks, of, 0.95))}${useWorst(trend, duration)}`}
      trend={trend}
    />
  )
}

function Lag({ looks }: LooksProps) {
  const { t } = useTranslation()
  const of = (look: OperationView) => look.loopLagMs
  const duration = useDuration(of(looks[0]!))
  const trend = quantiles(looks, of, 0.99)
  return (
    <Figure
      label={t('operation.speed.lag')}
      value={duration(quantileOver(looks, of, 0.99))}
      note={`${t('operation.speed.slowestLag')}${useWorst(trend, duration)}`}
      trend={trend}
    />
  )
}

/** The highest point of a line whose value is an average, as the end of a sentence; nothing while there is no line. */
function useWorst(trend: readonly (number | null)[], say: (ms: number) => string): string {
  const highest = useHighest(say)
  const known = trend.filter((value) => value !== null)
  return known.length > 1 ? `; ${highest(known)}` : ''
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
  const highestShare = useHighest(percent)
  return (
    <FigureGroup id="machine" title={t('operation.machine.title')}>
      <Figure
        label={t('operation.machine.processor')}
        value={percent(busy.at(-1) ?? last.cpuSeconds / Math.max(1, (last.at - last.startedAt) / 1000))}
        trend={busy}
        note={`${highestShare(busy)}; ${t('operation.machine.processorNote')}`}
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

function useDuration({ bounds }: Distribution) {
  const { t } = useTranslation()
  const { milliseconds } = useQuantities()
  return (ms: number | null) => {
    if (ms === null) return t('operation.speed.none')
    if (Number.isFinite(ms)) return milliseconds(ms)
    return t('operation.trend.moreThan', { value: milliseconds(bounds.at(-1) ?? 0) })
  }
}
