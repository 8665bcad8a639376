/**
 * Whether somebody is with the workshop now: on the list and never here yet; taking part; taking a rest. None of them
 * gives or takes a right, and from each one there is a way to the next. Labels: `workshop.standing.<standing>`.
 */
export const standings = ['expected', 'present', 'paused'] as const
export type Standing = (typeof standings)[number]
