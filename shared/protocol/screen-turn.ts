/* What `ScreenView.content` names, read without what it is made of, so that the hall’s browser need not know it. */

/**
 * Whether two contents are of the same page, step and vote. A title or a question that belongs to the step before would be
 * read as what to do now, under the time of the next.
 */
export const isSameTask = (content: string, other: string): boolean => begin(content, 1) === begin(other, 1)

/** Whether people are as far with that task, too: what is revealed or counted everybody in the hall waits for. */
export const isSameTurn = (content: string, other: string): boolean => begin(content, 2) === begin(other, 2)

const begin = (content: string, parts: number) => content.split('.', parts).join('.')
