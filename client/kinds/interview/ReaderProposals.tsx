import { useId, useState } from 'react'
import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import styles from './InterviewReader.module.css'
import { shortName, useKindTexts } from '../kind-texts.ts'
import type { Proposal } from './proposals.ts'

interface ReaderProposalsProps {
  text: string
  proposals: readonly Proposal[]
  onShow: (proposal: Proposal) => void
  onTake: (proposal: Proposal) => void
  onLeave: (proposal: Proposal) => void
}

const SHOWN_AT_ONCE = 8

/** Passages that the protocol's writer picked out. Each becomes a quote only when somebody takes it. */
export function ReaderProposals({ text, proposals, onShow, onTake, onLeave }: ReaderProposalsProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const titleId = useId()
  const [all, setAll] = useState(false)
  if (proposals.length === 0) return null
  const shown = all ? proposals : proposals.slice(0, SHOWN_AT_ONCE)
  return (
    <section aria-labelledby={titleId}>
      <h3 className={styles.quotesTitle} id={titleId}>
        {t('artefacts.reader.proposals')} ({proposals.length})
      </h3>
      <p className={styles.hint}>{t('artefacts.reader.proposalsHint')}</p>
      <ol className={styles.quoteList}>
        {shown.map((proposal) => {
          const quote = shortName(text.slice(proposal.start, proposal.end), 100)
          return (
            <li key={`${proposal.start}-${proposal.end}`} className={styles.quoteRow}>
              <button
                type="button"
                className={styles.quote}
                title={t('artefacts.reader.showQuote')}
                onClick={() => onShow(proposal)}
              >
                <span>{quote}</span>
                <span className={styles.origin}>
                  {texts.option('quote', 'rendering', proposal.rendering)} ·{' '}
                  {t(`artefacts.reader.because.${proposal.because}`)}
                </span>
              </button>
              <IconButton
                label={t('artefacts.reader.takeProposal', { quote })}
                icon={<Check aria-hidden="true" />}
                onClick={() => onTake(proposal)}
              />
              <IconButton
                label={t('artefacts.reader.leaveProposal', { quote })}
                icon={<X aria-hidden="true" />}
                onClick={() => onLeave(proposal)}
              />
            </li>
          )
        })}
      </ol>
      {shown.length < proposals.length ? (
        <Button variant="quiet" onClick={() => setAll(true)}>
          {t('artefacts.reader.allProposals', { count: proposals.length })}
        </Button>
      ) : null}
    </section>
  )
}
