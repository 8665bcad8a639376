import { useTranslation } from 'react-i18next'
import { meanMark, type Line } from '#shared/facilitation/vote/outcome.ts'
import type { Vote } from '#shared/facilitation/vote/vote.ts'

type Kind = Vote['kind']

interface OutcomeWords {
  /** What a line got, in a word or two: "14 Punkte", "Mittel 3,8", "9 Ja, 2 Nein". */
  points(kind: Kind, line: Line, ballots: number): string
  /** Headings of the columns of a line's spread. */
  columns(kind: Kind, candidates: number): string[]
}

export function useOutcomeWords(): OutcomeWords {
  const { t, i18n } = useTranslation()
  const decimal = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1, minimumFractionDigits: 1 })
  return {
    points: ({ type }, line) => {
      const [first = 0, second = 0] = line.spread
      switch (type) {
        case 'dots':
        case 'ranking':
          return t('votes.result.points', { count: line.points })
        case 'scale': {
          const mean = meanMark(line)
          return mean === null
            ? t('votes.result.noMark')
            : t('votes.result.mean', { mean: decimal.format(mean) })
        }
        case 'yesNo':
          return t('votes.result.yesNo', { yes: first, no: second })
        case 'consent':
          return second === 0
            ? t('votes.result.noObjection')
            : t('votes.result.objections', { count: second })
      }
    },
    columns: (kind, candidates) => {
      switch (kind.type) {
        case 'dots':
          return Array.from({ length: kind.dotsPerCard }, (_, n) => t('votes.columns.dots', { count: n + 1 }))
        case 'ranking':
          return Array.from({ length: candidates }, (_, n) => t('votes.columns.place', { place: n + 1 }))
        case 'scale':
          return ['1', '2', '3', '4', '5']
        case 'yesNo':
          return [t('votes.answers.yesNo.yes'), t('votes.answers.yesNo.no'), t('votes.answers.yesNo.abstain')]
        case 'consent':
          return [
            t('votes.answers.consent.consent'),
            t('votes.answers.consent.objection'),
            t('votes.answers.consent.abstain'),
          ]
      }
    },
  }
}
