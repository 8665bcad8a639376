/** What an access key lets a program do, each for itself; whatever it does its owner must be allowed to do as well. */
export const keyScopes = ['read', 'workshops', 'people', 'cards'] as const
export type KeyScope = (typeof keyScopes)[number]
