// What a card in the list shows of votes: none of it is on the way of the first card.
export { BallotControl } from './BallotControl.tsx'
export { CardOutcome } from './CardOutcome.tsx'
