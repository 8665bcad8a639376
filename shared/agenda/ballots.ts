/** Ways of voting that a step can plan. */
export const ballots = ['dots', 'ranking', 'scale', 'yesNo', 'consent'] as const
