// In front of it: somebody an afternoon before the first meeting, in an office whose network they do not know.
// Two minutes; wants to hear "you are ready", or something to forward to whoever looks after the network.
import { useEffect, useState } from 'react'
import { CircleAlert, CircleCheck, CircleX, RotateCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { Button } from '#client/ui/Button.tsx'
import { CopyText } from './CopyText.tsx'
import { SpinnerMark } from '#client/ui/Spinner.tsx'
import { checkNames, checks, type CheckName, type Outcome } from './checks.ts'
import styles from './ConnectionPage.module.css'

type Outcomes = Partial<Record<CheckName, Outcome>>

export function ConnectionPage() {
  const { t } = useTranslation()
  const [round, setRound] = useState(0)
  const outcomes = useOutcomes(round)
  const isDone = checkNames.every((name) => outcomes[name])
  return (
    <div className={styles.page}>
      <PageHeading title={t('connection.title')} />
      <p>{t('connection.intro')}</p>
      <ul className={styles.checks}>
        {checkNames.map((name) => (
          <Check key={name} name={name} outcome={outcomes[name] ?? null} />
        ))}
      </ul>
      <div role="status">{isDone ? <Verdict outcomes={outcomes} /> : null}</div>
      <div>
        <Button
          icon={<RotateCw aria-hidden="true" />}
          busy={!isDone}
          onClick={() => setRound((before) => before + 1)}
        >
          {t('connection.again')}
        </Button>
      </div>
    </div>
  )
}

function useOutcomes(round: number): Outcomes {
  const [outcomes, setOutcomes] = useState<Outcomes>({})
  useEffect(() => {
    const leaving = new AbortController()
    setOutcomes({})
    for (const name of checkNames)
      void checks[name](leaving.signal).then((outcome) => {
        if (!leaving.signal.aborted) setOutcomes((known) => ({ ...known, [name]: outcome }))
      })
    return () => leaving.abort()
  }, [round])
  return outcomes
}

const signs = { good: CircleCheck, weak: CircleAlert, failed: CircleX }

function Check({ name, outcome }: { name: CheckName; outcome: Outcome | null }) {
  const { t } = useTranslation()
  const Sign = outcome && signs[outcome.state]
  const ms = outcome && 'ms' in outcome ? outcome.ms : undefined
  const missing = outcome && 'missing' in outcome ? outcome.missing : undefined
  return (
    <li className={styles.check} data-state={outcome?.state ?? 'running'}>
      {Sign ? <Sign aria-hidden="true" /> : <SpinnerMark />}
      <div>
        <strong>{t(`connection.checks.${name}.name`)}</strong>
        <p>
          {outcome ? t(`connection.checks.${name}.${outcome.state}`) : t('connection.running')}
          {ms === undefined ? null : ` ${t('connection.took', { ms })}`}
          {missing ? ` ${t('connection.missing', { list: missing.join(', ') })}` : null}
        </p>
      </div>
    </li>
  )
}

/** All good, or what whoever looks after network and browser has to allow, ready to be sent to them. */
function Verdict({ outcomes }: { outcomes: Outcomes }) {
  const { t } = useTranslation()
  const failed = checkNames.filter((name) => outcomes[name]?.state !== 'good')
  if (failed.length === 0) return <p className={styles.ready}>{t('connection.ready')}</p>
  const values = {
    origin: location.origin,
    host: location.host,
    socket: location.origin.replace(/^http/, 'ws'),
  }
  const asks = failed.map((name) => t(`connection.checks.${name}.ask`, values))
  const browser = t('connection.seenWith', { browser: navigator.userAgent })
  return (
    <section className={styles.ask} aria-labelledby="ask">
      <h2 id="ask">{t('connection.askTitle')}</h2>
      <p>{t('connection.askIntro')}</p>
      <CopyText label={t('connection.copy')} text={[...asks, browser].join('\n\n')} />
    </section>
  )
}
