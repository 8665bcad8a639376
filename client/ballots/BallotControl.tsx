import type { ReactNode } from 'react'
import { unreachable } from '#shared/base/result.ts'
import { AnswerControl } from './AnswerControl.tsx'
import type { BallotControlProps } from './control-props.ts'
import { ballotOf, withConsent, withMark, withYesNo } from './choices.ts'
import { DotsControl } from './DotsControl.tsx'
import { RankControl } from './RankControl.tsx'

const marks = ['1', '2', '3', '4', '5'] as const
const yesNo = ['yes', 'no', 'abstain'] as const
const consent = ['consent', 'objection', 'abstain'] as const

/** What one person says of one candidate: the same on the card, in the list, on the ballot paper and on a phone. */
export function BallotControl(props: BallotControlProps): ReactNode {
  const { vote, candidate, ballot, onChoose, ...shared } = props
  switch (vote.kind.type) {
    case 'dots':
      return <DotsControl {...props} kind={vote.kind} />
    case 'ranking':
      return <RankControl {...props} />
    case 'scale': {
      const own = ballotOf('scale', vote, ballot)
      return (
        <AnswerControl
          {...shared}
          of="scale"
          answers={marks}
          chosen={String(own.marks[candidate] ?? '')}
          onChoose={(mark) => onChoose(withMark(own, candidate, Number(mark)))}
        />
      )
    }
    case 'yesNo': {
      const own = ballotOf('yesNo', vote, ballot)
      return (
        <AnswerControl
          {...shared}
          of="yesNo"
          answers={yesNo}
          chosen={own.answers[candidate] ?? ''}
          onChoose={(answer) => onChoose(withYesNo(own, candidate, answer))}
        />
      )
    }
    case 'consent': {
      const own = ballotOf('consent', vote, ballot)
      return (
        <AnswerControl
          {...shared}
          of="consent"
          answers={consent}
          chosen={own.answers[candidate] ?? ''}
          onChoose={(answer) => onChoose(withConsent(own, candidate, answer))}
        />
      )
    }
    default:
      return unreachable(vote.kind)
  }
}
